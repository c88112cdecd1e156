import { type Alternatives, alternativesOf, listFields } from './alternatives.ts';
import { knownDifferences } from './known-differences.ts';
import { type Fields, fieldSet, schema } from './schema.ts';

/** Where a value differs from the SDK's type, and how. */
export interface Difference {
  /** `charge.refunds.data[0].amount` */
  at: string;
  problem: string;
}

/**
 * Compares something that the API answered or sent (an object, a list, a deleted object, an event)
 * with the SDK's types, key by key.
 *
 * @returns one line for each difference that is not a known one, such as
 *   `charge.billing_details.tax_id: missing`.
 */
export function checkObject(object: unknown): string[] {
  return findDifferences(object)
    .filter(({ at, problem }) => !isKnown(at, problem))
    .map(({ at, problem }) => `${at}: ${problem}`);
}

/** All differences, the known ones too. */
export function findDifferences(object: unknown): Difference[] {
  const found: Difference[] = [];
  checkAny(object, '', found);
  return found;
}

function isKnown(at: string, problem: string): boolean {
  if (knownDifferences.length === 0) return false;
  const place = at.replaceAll(/\[\d+\]/g, '[]');
  return knownDifferences.some((known) => known.at === place && known.problem === problem);
}

/** Checks a value that says by itself, in `object`, what it is. */
function checkAny(value: unknown, at: string, found: Difference[]): void {
  if (!isRecord(value) || typeof value.object !== 'string') {
    found.push({ at: at || '(top)', problem: `expected an API object, got ${describe(value)}` });
    return;
  }
  const name = value.object;
  const here = at || name;
  if (name === 'list' || name === 'search_result') {
    checkFields(
      listFields(name === 'list' ? 'ApiList' : 'ApiSearchResult', 'unknown'),
      value,
      here,
      found,
    );
    if (Array.isArray(value.data)) {
      value.data.forEach((item, i) => checkAny(item, `${here}.data[${i}]`, found));
    }
    return;
  }
  const type = value.deleted === true ? schema.deleted[name] : schema.objects[name];
  if (type === undefined) {
    const what = value.deleted === true ? `deleted '${name}'` : `'${name}'`;
    found.push({ at: `${here}.object`, problem: `${what} is not described by the schema` });
    return;
  }
  checkValue(type, value, here, found);
  if (name === 'event') checkEventData(value, here, found);
}

function checkEventData(event: Record<string, unknown>, at: string, found: Difference[]): void {
  const type = schema.events[String(event.type)];
  if (type === undefined) {
    found.push({
      at: `${at}.type`,
      problem: `'${String(event.type)}' is not described by the schema`,
    });
    return;
  }
  if (!isRecord(event.data)) return;
  checkValue(type, event.data.object, `${at}.data.object`, found);
  const previous = event.data.previous_attributes;
  if (!isRecord(previous)) return;
  const names = new Set(
    alternativesOf(type).objects.flatMap(({ fields }) => [...fieldSet(fields).types.keys()]),
  );
  for (const key of Object.keys(previous)) {
    if (!names.has(key)) {
      found.push({ at: `${at}.data.previous_attributes.${key}`, problem: 'not in the SDK type' });
    }
  }
}

function checkValue(type: string, value: unknown, at: string, found: Difference[]): void {
  const allowed = alternativesOf(type);
  if (allowed.unknown) return;
  if (Array.isArray(value)) {
    const [element] = allowed.arrays;
    if (element === undefined) found.push({ at, problem: mismatch(allowed, value) });
    else value.forEach((item, i) => checkValue(element, item, `${at}[${i}]`, found));
  } else if (isRecord(value)) {
    checkRecord(allowed, value, at, found);
  } else if (!isAllowedLeaf(allowed, value)) {
    found.push({ at, problem: mismatch(allowed, value) });
  }
}

function isAllowedLeaf(allowed: Alternatives, value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return (
        allowed.string ||
        allowed.literals.includes(value) ||
        (allowed.decimal && /^-?\d+(\.\d+)?$/.test(value))
      );
    case 'number':
      return allowed.number || (allowed.integer && Number.isInteger(value));
    case 'boolean':
      return allowed.boolean || (allowed.true && value);
    default:
      return value === null && allowed.null;
  }
}

function checkRecord(
  allowed: Alternatives,
  value: Record<string, unknown>,
  at: string,
  found: Difference[],
): void {
  const [mapped] = allowed.maps;
  const candidates = allowed.objects.filter(({ fields }) => mayBe(fields, value));
  const [only] = candidates;
  if (candidates.length === 1 && only) {
    checkFields(only.fields, value, at, found);
  } else if (candidates.length > 1) {
    // Nothing tells the members of this union apart: the one that fits best speaks.
    const attempts = candidates.map(({ fields }) => {
      const differences: Difference[] = [];
      checkFields(fields, value, at, differences);
      return differences;
    });
    attempts.sort((a, b) => a.length - b.length);
    found.push(...(attempts[0] ?? []));
  } else if (mapped !== undefined) {
    for (const [key, item] of Object.entries(value))
      checkValue(mapped, item, `${at}.${key}`, found);
  } else {
    found.push({ at, problem: mismatch(allowed, value) });
  }
}

/** Do the constants of a type (`object`, `deleted`) agree with the value? */
function mayBe(fields: Fields, value: Record<string, unknown>): boolean {
  const { types } = fieldSet(fields);
  const object = types.get('object');
  if (object?.startsWith("'") && object !== `'${String(value.object)}'`) return false;
  return (types.get('deleted') === 'true') === (value.deleted === true);
}

function checkFields(
  fields: Fields,
  value: Record<string, unknown>,
  at: string,
  found: Difference[],
): void {
  const { types, required } = fieldSet(fields);
  for (const key of required) {
    if (value[key] === undefined) found.push({ at: `${at}.${key}`, problem: 'missing' });
  }
  for (const key of Object.keys(value)) {
    const item = value[key];
    const type = types.get(key);
    if (item === undefined) continue;
    if (type === undefined) found.push({ at: `${at}.${key}`, problem: 'not in the SDK type' });
    else checkValue(type, item, `${at}.${key}`, found);
  }
}

function mismatch(allowed: Alternatives, value: unknown): string {
  if (typeof value === 'string' && allowed.literals.length > 0) {
    return `'${value}' is not one of ${allowed.literals.join(', ')}`;
  }
  const kinds = [
    ...(['string', 'integer', 'number', 'decimal', 'boolean', 'true', 'null'] as const).filter(
      (kind) => allowed[kind],
    ),
    ...(allowed.literals.length > 0 ? ['enum'] : []),
    ...(allowed.arrays.length > 0 ? ['array'] : []),
    ...(allowed.maps.length > 0 ? ['map'] : []),
    ...allowed.objects.map(({ name }) => name),
  ];
  return `expected ${kinds.join(' or ') || 'nothing'}, got ${describe(value)}`;
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'array';
  if (!isRecord(value)) return JSON.stringify(value);
  return typeof value.object === 'string' ? `object '${value.object}'` : 'object';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
