import type Stripe from 'stripe';
import type { IdentityPayments } from '../../domain/ports/payments-identity.ts';
import { fail, ok } from '../../kernel/result.ts';
import { attempt, isMissing } from './classify-error.ts';

/** Ended for good: such a subscription can't be cancelled once more. */
const overStatuses: readonly string[] = ['canceled', 'incomplete_expired'];

/** Changing whom a customer is, and letting them go. */
export function createIdentity(stripe: Stripe): IdentityPayments {
  return {
    async changeCustomerEmail(customerId, email, idempotencyKey) {
      await unlessMissing(() => stripe.customers.update(customerId, { email }, { idempotencyKey }));
    },
    // Their charges keep what was typed at checkout. That only a redaction takes out, which is not
    // in this API version: https://docs.stripe.com/privacy/redaction
    async deleteCustomer(customerId) {
      await unlessMissing(() => stripe.customers.del(customerId));
    },
    async endSubscriptionNow(id) {
      const ended = await attempt(async () => {
        const subscription = await stripe.subscriptions.retrieve(id);
        if (overStatuses.includes(subscription.status)) return;
        try {
          await stripe.subscriptions.cancel(id, { invoice_now: false, prorate: false });
        } catch (error) {
          // What has ended since it was read can't be cancelled once more: Stripe says "no such".
          const { status } = await stripe.subscriptions.retrieve(id);
          if (!isMissing(error) || !overStatuses.includes(status)) throw error;
        }
      });
      if (ended.ok) return ok(null);
      return fail(ended.reason === 'try_later' ? 'try_later' : 'refused');
    },
  };
}

/** What is gone needs nothing done. */
async function unlessMissing(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
