export interface FailureInWords {
  /** What kind of thing went wrong, as far as the error itself tells. */
  readonly kind: 'database' | 'other';
  /** For staff and logs: names objects, never people. */
  readonly message: string;
}

const longest = 500;

/**
 * What may be kept and logged of an error. A failed query's own message repeats its parameters,
 * which are people's addresses and names: only the database's answer is taken, without its detail.
 */
export function describeFailure(error: unknown): FailureInWords {
  if (!(error instanceof Error)) return { kind: 'other', message: String(error).slice(0, longest) };
  const isQuery = 'query' in error;
  const told = isQuery && error.cause instanceof Error ? error.cause.message : error.message;
  return {
    kind: isQuery ? 'database' : 'other',
    message: (isQuery && !(error.cause instanceof Error) ? 'a query failed' : told).slice(
      0,
      longest,
    ),
  };
}
