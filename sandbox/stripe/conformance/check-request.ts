import { type Alternatives, alternativesOf } from './alternatives.ts';
import { matchSchema } from './operations.ts';
import {
  type RequestError,
  emptyParameter,
  invalidContainer,
  invalidEnum,
  invalidInteger,
  invalidKind,
  missingParameter,
  unknownParameters,
  unknownRoute,
} from './request-error.ts';
import { unsettableParams } from './known-differences.ts';
import { type Fields, fieldSet, schema } from './schema.ts';

/**
 * Compares the parameters of a request with the SDK's params type of the route.
 *
 * @param params decoded from the form or the query: leaves are strings, arrays may be objects with
 *   the indices as keys, and an empty string stands for null.
 * @returns the first thing that is wrong, as Stripe would say it, or null.
 */
export function checkRequest(
  method: string,
  path: string,
  params: Record<string, unknown>,
): RequestError | null {
  const match = matchSchema(method, path);
  if (!match) return unknownRoute(method, path);
  const { params: type } = match.operation;
  const fields = type === undefined ? {} : alternativesOf(type).objects[0]?.fields;
  return checkFields(fields ?? {}, params, '');
}

function checkFields(fields: Fields, params: object, at: string): RequestError | null {
  const { types, required } = fieldSet(fields);
  const given = Object.entries(params).filter(
    ([key, value]) => value !== undefined && !(at === '' && key === 'expand'),
  );
  const unknown = given.filter(([key]) => !types.has(key));
  if (unknown.length > 0) return unknownParameters(unknown.map(([key]) => nested(at, key)));
  for (const key of required) {
    if (Reflect.get(params, key) === undefined) return missingParameter(nested(at, key));
  }
  const unsettable = unsettableOf(fields);
  for (const [key, value] of given) {
    if ((value === '' || value === null) && unsettable.includes(key)) continue;
    const error = checkValue(types.get(key) ?? 'unknown', value, nested(at, key));
    if (error) return error;
  }
  return null;
}

/** What may be emptied although its type does not say so: see known-differences.ts. */
function unsettableOf(fields: Fields): readonly string[] {
  return unsettableParams.find(({ type }) => schema.types[type] === fields)?.fields ?? [];
}

function checkValue(type: string, value: unknown, at: string): RequestError | null {
  const allowed = alternativesOf(type);
  if (allowed.unknown) return null;
  return typeof value === 'object' && value !== null
    ? checkContainer(allowed, value, at)
    : checkLeaf(allowed, value, at);
}

function checkLeaf(allowed: Alternatives, value: unknown, at: string): RequestError | null {
  const text = typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
  if (allowed.literals.includes(text)) return null;
  if (text === '') return allowed.empty || allowed.null ? null : emptyParameter(at);
  if (allowed.string) return null;
  if (allowed.integer && /^-?\d+$/.test(text)) return null;
  if ((allowed.number || allowed.decimal) && /^-?\d+(\.\d+)?$/.test(text)) return null;
  if (allowed.boolean && (text === 'true' || text === 'false')) return null;
  if (allowed.true && text === 'true') return null;
  if (allowed.literals.length > 0) return invalidEnum(at, allowed.literals);
  if (allowed.integer) return invalidInteger(at, text);
  if (allowed.number || allowed.decimal) return invalidKind('decimal', at, text);
  if (allowed.boolean || allowed.true) return invalidKind('boolean', at, text);
  return invalidContainer(allowed.arrays.length > 0 ? 'array' : 'object', at);
}

function checkContainer(allowed: Alternatives, value: object, at: string): RequestError | null {
  const keys = Object.keys(value);
  const listed =
    Array.isArray(value) || (keys.length > 0 && keys.every((key) => /^\d+$/.test(key)));
  const [element] = allowed.arrays;
  if (element !== undefined && listed) {
    return firstError(Object.entries(value), (key, item) =>
      checkValue(element, item, nested(at, key)),
    );
  }
  const [mapped] = allowed.maps;
  if (mapped !== undefined && !Array.isArray(value)) {
    return firstError(Object.entries(value), (key, item) =>
      checkValue(mapped, item, nested(at, key)),
    );
  }
  if (allowed.objects.length > 0 && !Array.isArray(value)) {
    let error: RequestError | null = null;
    for (const { fields } of allowed.objects) {
      error = checkFields(fields, value, at);
      if (!error) return null;
    }
    return error;
  }
  if (element !== undefined) return invalidContainer('array', at);
  if (mapped !== undefined || allowed.objects.length > 0) return invalidContainer('object', at);
  if (allowed.integer) return invalidInteger(at, value);
  if (allowed.boolean) return invalidKind('boolean', at, value);
  return invalidKind('string', at, value);
}

function firstError(
  entries: [string, unknown][],
  check: (key: string, value: unknown) => RequestError | null,
): RequestError | null {
  for (const [key, value] of entries) {
    const error = check(key, value);
    if (error) return error;
  }
  return null;
}

function nested(at: string, key: string): string {
  return at === '' ? key : `${at}[${key}]`;
}
