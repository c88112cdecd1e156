import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { classifyStripeError, isRefunded, whyFailed } from './classify-error.ts';

const { errors } = Stripe;
const raw = (code?: string) => ({
  type: 'invalid_request_error' as const,
  message: 'Whatever it says.',
  ...(code ? { code } : {}),
});

describe('an error of Stripe’s', () => {
  it.each([
    [new errors.StripeInvalidRequestError(raw('amount_too_small')), 'amount_too_small'],
    [new errors.StripeInvalidRequestError(raw('amount_too_large')), 'amount_too_large'],
    [new errors.StripeInvalidRequestError(raw('lock_timeout')), 'try_later'],
    [new errors.StripeIdempotencyError(raw('idempotency_key_in_use')), 'try_later'],
    [new errors.StripeIdempotencyError(raw()), 'refused'],
    [new errors.StripeConnectionError(raw()), 'try_later'],
    [new errors.StripeRateLimitError(raw()), 'try_later'],
    [new errors.StripeAPIError(raw()), 'try_later'],
    [new errors.StripeCardError(raw('card_declined')), 'refused'],
    [new errors.StripeAuthenticationError(raw()), null],
    [new errors.StripeInvalidRequestError(raw('parameter_unknown')), null],
    [new Error('of our own'), null],
  ])('means by its type and code: %o', (error, expected) => {
    expect(classifyStripeError(error)).toBe(expected);
  });

  it('says why a reading failed', () => {
    const missing = new errors.StripeInvalidRequestError(raw('resource_missing'));
    expect(whyFailed(missing)).toBe('missing');
    expect(whyFailed(new errors.StripeConnectionError(raw()))).toBe('unavailable');
    expect(whyFailed(new errors.StripeAuthenticationError(raw()))).toBe('refused');
    expect(whyFailed(new Error('of our own'))).toBeNull();
  });

  it('knows what has gone back already', () => {
    const again = new errors.StripeInvalidRequestError(raw('charge_already_refunded'));
    expect(isRefunded(again)).toBe(true);
    expect(isRefunded(new errors.StripeInvalidRequestError(raw()))).toBe(false);
  });
});
