import Stripe from 'stripe';
import type { PaymentsFailure, ReadingFailure } from '../../domain/ports/payments.ts';
import type { RefundFailure } from '../../domain/ports/payments-refunds.ts';
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
  // The same key with other parameters: repeating it can't help.
  if (error instanceof Stripe.errors.StripeIdempotencyError) return 'refused';
  return null;
}

/** Why a reading failed. Null: it was not Stripe that failed. */
export function whyFailed(error: unknown): ReadingFailure | null {
  if (!(error instanceof Stripe.errors.StripeError)) return null;
  if (isMissing(error)) return 'missing';
  return classifyStripeError(error) === 'try_later' ? 'unavailable' : 'refused';
}

/** True when a key was used before with other parameters. */
export function isKeyOfAnother(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeIdempotencyError;
}

/**
 * True when what was to be given back has gone back already, by a refund or by the payer's bank (a
 * dispute): nothing is left to do. https://docs.stripe.com/error-codes
 */
export function isRefunded(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    (error.code === 'charge_already_refunded' || error.code === 'charge_disputed')
  );
}

/**
 * Why a refund was not made. Null: not an expected outcome. Stripe has no code for "more than is
 * left of the charge"; it is the one thing about a refund's parameters that can change between our
 * asking and its answer. https://docs.stripe.com/error-codes
 */
export function classifyRefundError(error: unknown): RefundFailure | null {
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    if (error.code === 'charge_already_refunded') return 'already_refunded';
    if (error.code === 'charge_disputed') return 'disputed';
    if (error.param === 'amount') return 'already_refunded';
  }
  const reason = classifyStripeError(error);
  if (reason === null) return null;
  return reason === 'try_later' ? 'try_later' : 'refused';
}

/** True when Stripe has no object by that id. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'
  );
}

/** True when there is such an object already. */
export function isTaken(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    error.code === 'resource_already_exists'
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
