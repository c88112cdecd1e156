import { checkRequest, matchOperation } from '../conformance/index.ts';
import { StripeApiError } from './errors.ts';
import type { Params } from './params.ts';

/** Whether the SDK has a call for this route. */
export function isKnownRoute(method: string, path: string): boolean {
  return matchOperation(method, path) !== null;
}

/** Refuses parameters that the SDK's own types do not know. */
export function refuseNonConforming(method: string, path: string, params: Params): void {
  const problem = checkRequest(method, path, params);
  if (problem) {
    throw new StripeApiError({
      status: 400,
      type: problem.type,
      code: problem.code,
      message: problem.message,
      param: problem.param,
    });
  }
}
