import type Stripe from 'stripe';
import type { Ending, EndingPayments, Owed } from '../../domain/ports/payments-endings.ts';
import type { SubscriptionFacts } from '../../domain/ports/subscription-facts.ts';
import { toUnix } from '../../kernel/dates.ts';
import { attempt } from './classify-error.ts';
import { idOf } from './facts.ts';

const pageSize = 100;

/** Ended for good: such a subscription can't be cancelled once more. */
const overStatuses: readonly string[] = ['canceled', 'incomplete_expired'];

/** Ending a subscription and taking that back. */
export function createEndings(
  stripe: Stripe,
  readSubscription: (id: string) => Promise<SubscriptionFacts>,
): EndingPayments {
  return {
    async readOwed(id) {
      const invoice = idOf((await stripe.subscriptions.retrieve(id)).latest_invoice);
      return invoice ? readOwedOf(stripe, invoice) : 'nothing';
    },
    endSubscription: (id, ending, idempotencyKey) =>
      attempt(async () => {
        if (ending.kind === 'now') await endNow(stripe, id, idempotencyKey);
        else await endLater(stripe, id, ending, idempotencyKey);
        return readSubscription(id);
      }),
    continueSubscription: (id, idempotencyKey) =>
      attempt(async () => {
        const { cancel_at_period_end: isAtPeriodEnd } = await stripe.subscriptions.retrieve(id);
        await stripe.subscriptions.update(
          id,
          // Whichever way it was scheduled, clear that one.
          isAtPeriodEnd ? { cancel_at_period_end: false } : { cancel_at: '' },
          { idempotencyKey },
        );
        return readSubscription(id);
      }),
  };
}

async function readOwedOf(stripe: Stripe, invoiceId: string): Promise<Owed> {
  const invoice = await stripe.invoices.retrieve(invoiceId, {
    expand: ['payments.data.payment.payment_intent'],
  });
  // An upgrade that waits for its payment is about what comes, not about the period that runs.
  if (invoice.billing_reason === 'subscription_update') return 'nothing';
  if (invoice.status !== 'draft' && invoice.status !== 'open') return 'nothing';
  return isUnderWay(invoice) ? 'under_way' : 'open';
}

function isUnderWay({ payments }: Stripe.Invoice): boolean {
  return (payments?.data ?? []).some(({ payment }) => {
    const intent = payment.payment_intent;
    return typeof intent === 'object' && intent.status === 'processing';
  });
}

/** A schedule keeps the end to itself: https://docs.stripe.com/billing/subscriptions/subscription-schedules */
async function endLater(
  stripe: Stripe,
  id: string,
  ending: Exclude<Ending, { kind: 'now' }>,
  idempotencyKey: string,
): Promise<void> {
  const subscription = await stripe.subscriptions.retrieve(id);
  const schedule = idOf(subscription.schedule);
  if (schedule) {
    await stripe.subscriptionSchedules.release(
      schedule,
      {},
      { idempotencyKey: `${idempotencyKey}:release` },
    );
  }
  // Whoever leaves does not want the upgrade either that waits for its payment.
  if (subscription.pending_update) await voidWaiting(stripe, id, idempotencyKey);
  await stripe.subscriptions.update(
    id,
    ending.kind === 'on' ? { cancel_at: toUnix(ending.at) } : { cancel_at_period_end: true },
    { idempotencyKey },
  );
}

/**
 * Cancelling stops the collection of what is finalized and leaves it payable; a draft may still be
 * charged. So both are voided: https://docs.stripe.com/billing/subscriptions/cancel#handle-invoice-items
 */
async function endNow(stripe: Stripe, id: string, idempotencyKey: string): Promise<void> {
  const { status } = await stripe.subscriptions.retrieve(id);
  if (!overStatuses.includes(status)) {
    await stripe.subscriptions.cancel(id, { invoice_now: false, prorate: false });
  }
  await voidWaiting(stripe, id, idempotencyKey);
}

async function voidWaiting(
  stripe: Stripe,
  subscription: string,
  idempotencyKey: string,
): Promise<void> {
  const lists = await Promise.all(
    (['draft', 'open'] as const).map((status) =>
      stripe.invoices.list({ subscription, status, limit: pageSize }),
    ),
  );
  for (const invoice of lists.flatMap(({ data }) => data)) {
    if (invoice.status === 'draft') {
      // Of a subscription's invoice no draft can be deleted: https://docs.stripe.com/api/invoices/delete
      await stripe.invoices.finalizeInvoice(
        invoice.id,
        { auto_advance: false },
        { idempotencyKey: `${idempotencyKey}:finalize:${invoice.id}` },
      );
    }
    await stripe.invoices.voidInvoice(
      invoice.id,
      {},
      { idempotencyKey: `${idempotencyKey}:void:${invoice.id}` },
    );
  }
}
