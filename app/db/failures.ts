/** PostgreSQL's own codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const uniqueViolation = '23505';
const foreignKeyViolation = '23503';
const deadlockDetected = '40P01';

/** True when a row by that key is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === uniqueViolation;
}

/** True when a row is named by another, or names one that is not there. */
export function isForeignKeyViolation(error: unknown): boolean {
  return codeOf(error) === foreignKeyViolation;
}

/** True when two transactions waited for each other and the database let this one go: it may be tried again. */
export function isDeadlock(error: unknown): boolean {
  return codeOf(error) === deadlockDetected;
}

/** The driver's error stands behind the one that names the query. */
function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return null;
  if ('code' in error) return error.code;
  return error.cause instanceof Error && 'code' in error.cause ? error.cause.code : null;
}
