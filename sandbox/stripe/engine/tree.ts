/** Plain JSON values: how every object of the sandbox is stored and sent. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

/** A deep copy of a JSON value. Several times faster than `structuredClone`. */
export function copy<T>(value: T): T {
  return copyValue(value) as T;
}

function copyValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyValue);
  const made: Record<string, unknown> = {};
  for (const key in value) made[key] = copyValue((value as Record<string, unknown>)[key]);
  return made;
}

/** Freezes a value and all below it, so that a slip of the pen throws instead of corrupting. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const key in value) freeze(value[key]);
  return value;
}

/**
 * What an object's changed keys held before: the shape of an event's `previous_attributes`
 * (https://docs.stripe.com/api/events/object): nested for maps, whole for lists.
 */
export function previousAttributes(before: unknown, after: unknown): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  if (!isMap(before) || !isMap(after)) return changed;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = before[key];
    const now = after[key];
    if (same(old, now)) continue;
    changed[key] = isMap(old) && isMap(now) ? previousAttributes(old, now) : (old ?? null);
  }
  return changed;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b);
}
