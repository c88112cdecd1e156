import type { HttpMethod, OperationSchema } from './schema-format.ts';
import { schema } from './schema.ts';

export interface Operation {
  readonly method: HttpMethod;
  /** For example `/v1/customers/{customer}`. */
  readonly path: string;
  /** For example `customers.retrieve`. */
  readonly name: string;
}

/** Every covered method of the SDK. */
export const operations: readonly Operation[] = schema.operations;

interface Pattern {
  operation: OperationSchema;
  /** Literal segments; null where a path parameter stands. */
  literals: (string | null)[];
  names: string[];
}

const patterns = new Map<string, Pattern[]>();
for (const operation of schema.operations) {
  const segments = operation.path.split('/');
  const literals = segments.map((segment) => (segment.startsWith('{') ? null : segment));
  const names = segments.filter((s) => s.startsWith('{')).map((s) => s.slice(1, -1));
  const key = `${operation.method} ${segments.length}`;
  const list = patterns.get(key) ?? [];
  list.push({ operation, literals, names });
  // `/v1/customers/search` goes before `/v1/customers/{customer}`.
  list.sort((a, b) => a.names.length - b.names.length);
  patterns.set(key, list);
}

/** The SDK method behind a request. The path has no query; path parameters come back decoded. */
export function matchOperation(
  method: string,
  path: string,
): { operation: Operation; pathParams: Record<string, string> } | null {
  return matchSchema(method, path);
}

/** As {@link matchOperation}, with the types of its params and answer. */
export function matchSchema(
  method: string,
  path: string,
): { operation: OperationSchema; pathParams: Record<string, string> } | null {
  const segments = path.split('/');
  for (const { operation, literals, names } of patterns.get(`${method} ${segments.length}`) ?? []) {
    if (!literals.every((literal, i) => (literal ?? segments[i]) === segments[i])) continue;
    const values = segments.filter((_, i) => literals[i] === null).map(decode);
    if (values.some((value) => value === '')) continue;
    return {
      operation,
      pathParams: Object.fromEntries(names.map((name, i) => [name, values[i] ?? ''])),
    };
  }
  return null;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
