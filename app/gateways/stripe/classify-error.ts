import Stripe from 'stripe';
import type { PaymentsFailure } from '../../domain/ports/payments.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';

/**
 * What an error of Stripe's means for us, by its type and code and never by its text.
 * Null: not an expected outcome (a bug or a wrong key), so it should throw.
 * Source: https://docs.stripe.com/api/errors and https://docs.stripe.com/error-low-level
 */
export function classifyStripeError(error: unknown): PaymentsFailure | null {
  if (!(error instanceof Stripe.errors.StripeError)) return null;
  if (error.code === 'amount_too_small') return 'amount_too_small';
  if (error.code === 'amount_too_large') return 'amount_too_large';
  if (error.code === 'idempotency_key_in_use' || error.code === 'lock_timeout') return 'try_later';
  if (error instanceof Stripe.errors.StripeConnectionError) return 'try_later';
  if (error instanceof Stripe.errors.StripeRateLimitError) return 'try_later';
  if (error instanceof Stripe.errors.StripeAPIError) return 'try_later';
  if (error instanceof Stripe.errors.StripeCardError) return 'refused';
  return null;
}

/** True when Stripe has no object by that id. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'
  );
}

/** Runs a call whose expected failures are an answer; the unexpected still throws. */
export async function attempt<Value>(
  run: () => Promise<Value>,
): Promise<Result<Value, PaymentsFailure>> {
  try {
    return ok(await run());
  } catch (error) {
    const reason = classifyStripeError(error);
    if (reason) return fail(reason);
    throw error;
  }
}
