import { invalidRequest, missingParam } from './errors.ts';

/**
 * Reading request parameters. Over HTTP every leaf is text ("1000", "true", "" for null); in
 * process they may be numbers and booleans. Both read the same.
 */
export type Params = Record<string, unknown>;

export type Metadata = Record<string, string>;

export function isParams(value: unknown): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text, or `undefined` when absent. An empty value (null on the wire) counts as absent. */
export function text(params: Params, name: string): string | undefined {
  const value = params[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw invalidRequest(`Invalid string: ${JSON.stringify(value)}`, name);
}

export function requiredText(params: Params, name: string): string {
  const value = text(params, name);
  if (value === undefined) throw missingParam(name);
  return value;
}

/** Was the parameter sent, even if only to clear it? */
export function given(params: Params, name: string): boolean {
  return params[name] !== undefined;
}

/** `undefined`: not sent; `null`: sent empty, to clear. */
export function clearable(params: Params, name: string): string | null | undefined {
  return given(params, name) ? (text(params, name) ?? null) : undefined;
}

export function integer(params: Params, name: string): number | undefined {
  const raw = text(params, name);
  if (raw === undefined) return undefined;
  if (!/^-?\d+$/.test(raw))
    throw invalidRequest(`Invalid integer: ${raw}`, name, 'parameter_invalid_integer');
  return Number(raw);
}

export function flag(params: Params, name: string): boolean | undefined {
  const raw = text(params, name);
  if (raw === undefined) return undefined;
  if (raw === 'true') return true;
  if (raw === 'false') return false;
  throw invalidRequest(`Invalid boolean: ${raw}`, name);
}

export function nested(params: Params, name: string): Params | undefined {
  const value = params[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (!isParams(value)) throw invalidRequest('Invalid object', name);
  return value;
}

/** A list; a form that numbers its entries (`items[0]`) has become an array by now. */
export function list(params: Params, name: string): unknown[] | undefined {
  const value = params[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (!Array.isArray(value)) throw invalidRequest('Invalid array', name);
  return value as unknown[];
}

export function texts(params: Params, name: string): string[] | undefined {
  return list(params, name)?.map((entry) => String(entry));
}

export function objects(params: Params, name: string): Params[] | undefined {
  return list(params, name)?.map((entry, index) => {
    if (!isParams(entry)) throw invalidRequest('Invalid object', `${name}[${index}]`);
    return entry;
  });
}

export function oneOf<T extends string>(
  params: Params,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const value = text(params, name);
  if (value === undefined) return undefined;
  const match = allowed.find((entry) => entry === value);
  if (match === undefined) {
    const last = allowed.at(-1) ?? '';
    const names = allowed.length > 1 ? `${allowed.slice(0, -1).join(', ')} or ${last}` : last;
    throw invalidRequest(`Invalid ${name}: must be one of ${names}`, name);
  }
  return match;
}

/**
 * Metadata merged over what is there: an empty value removes its key, an empty map removes all
 * (https://docs.stripe.com/api/metadata). At most 50 keys of 40 characters, values of 500.
 */
export function mergedMetadata(
  params: Params,
  current: Metadata = {},
  name = 'metadata',
): Metadata {
  const value = params[name];
  if (value === undefined) return current;
  if (value === null || value === '') return {};
  const merged = new Map(Object.entries(current));
  for (const [key, entry] of Object.entries(value)) {
    if (key.length > 40) {
      throw invalidRequest('Metadata keys can be up to 40 characters long.', name);
    }
    const text = typeof entry === 'string' || typeof entry === 'number' ? String(entry) : '';
    if (text.length > 500) {
      throw invalidRequest(
        `Metadata values can have up to 500 characters, but you passed in a value that is ${text.length} characters. Invalid value: ${text}`,
        `${name}[${key}]`,
      );
    }
    if (text === '') merged.delete(key);
    else merged.set(key, text);
  }
  if (merged.size > 50) throw invalidRequest('You can only have 50 metadata keys', name);
  return Object.fromEntries(merged);
}

export interface Address {
  city: string | null;
  country: string | null;
  line1: string | null;
  line2: string | null;
  postal_code: string | null;
  state: string | null;
}

export function readAddress(params: Params | undefined): Address | null {
  if (!params) return null;
  return {
    city: text(params, 'city') ?? null,
    country: text(params, 'country') ?? null,
    line1: text(params, 'line1') ?? null,
    line2: text(params, 'line2') ?? null,
    postal_code: text(params, 'postal_code') ?? null,
    state: text(params, 'state') ?? null,
  };
}

/** A moment or a range of moments: `created=1` or `created[gte]=1`. */
export interface Range {
  gt?: number | undefined;
  gte?: number | undefined;
  lt?: number | undefined;
  lte?: number | undefined;
}

export function range(params: Params, name: string): Range | undefined {
  const value = params[name];
  if (value === undefined || value === '') return undefined;
  if (!isParams(value)) {
    const moment = integer(params, name);
    return { gte: moment, lte: moment };
  }
  return {
    gt: integer(value, 'gt'),
    gte: integer(value, 'gte'),
    lt: integer(value, 'lt'),
    lte: integer(value, 'lte'),
  };
}

export function inRange(moment: number, bounds: Range): boolean {
  return (
    (bounds.gt === undefined || moment > bounds.gt) &&
    (bounds.gte === undefined || moment >= bounds.gte) &&
    (bounds.lt === undefined || moment < bounds.lt) &&
    (bounds.lte === undefined || moment <= bounds.lte)
  );
}
