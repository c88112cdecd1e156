/** What Stripe puts under `error` for a request that is wrong in form. The HTTP status is 400. */
export interface RequestError {
  type: 'invalid_request_error';
  /** Absent where Stripe gives none (an unknown enum value, `Invalid array`, `Invalid boolean: 1`). */
  code?: string;
  message: string;
  param?: string;
}

export function unknownParameters(params: readonly string[]): RequestError {
  return refuse(
    `Received unknown parameter${params.length > 1 ? 's' : ''}: ${params.join(', ')}`,
    params[0],
    'parameter_unknown',
  );
}

export function missingParameter(param: string): RequestError {
  return refuse(`Missing required param: ${param}.`, param, 'parameter_missing');
}

export function emptyParameter(param: string): RequestError {
  return refuse(
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a ` +
      `parameter; however '${param}' cannot be unset. You should remove '${param}' from your ` +
      'request or supply a non-empty value.',
    param,
    'parameter_invalid_empty',
  );
}

export function invalidInteger(param: string, value: unknown): RequestError {
  return refuse(`Invalid integer: ${shown(value)}`, param, 'parameter_invalid_integer');
}

/** `Invalid boolean: 1`, `Invalid string: {:customer=>"cus_1"}`. */
export function invalidKind(kind: string, param: string, value: unknown): RequestError {
  return refuse(`Invalid ${kind}: ${shown(value)}`, param);
}

/** `Invalid array`, `Invalid object`. */
export function invalidContainer(kind: 'array' | 'object', param: string): RequestError {
  return refuse(`Invalid ${kind}`, param);
}

/** `Invalid recurring[interval]: must be one of month, year, week, or day`. */
export function invalidEnum(param: string, known: readonly string[]): RequestError {
  const values = known.filter((value) => value !== '');
  const list =
    values.length < 3
      ? values.join(' or ')
      : `${values.slice(0, -1).join(', ')}, or ${values.at(-1) ?? ''}`;
  return refuse(`Invalid ${param}: must be one of ${list}`, param);
}

/** Stripe's answer to a path that it does not have. The HTTP status is 404. */
export function unknownRoute(method: string, path: string): RequestError {
  return refuse(
    `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can ` +
      'help at https://support.stripe.com/.',
  );
}

function refuse(message: string, param?: string, code?: string): RequestError {
  return {
    type: 'invalid_request_error',
    ...(code === undefined ? {} : { code }),
    message,
    ...(param === undefined ? {} : { param }),
  };
}

/** Stripe prints a nested value as Ruby does. */
function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? inspect(value) : String(value);
}

function inspect(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inspect).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, entry]) => `:${key}=>${inspect(entry)}`)
      .join(', ')}}`;
  }
  return JSON.stringify(value);
}
