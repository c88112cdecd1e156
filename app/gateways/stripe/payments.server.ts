import type Stripe from 'stripe';
import type { Payments } from '../../domain/ports/payments.ts';
import { fromUnix, toUnix } from '../../kernel/dates.ts';
import { attempt } from './classify-error.ts';
import { type StripeOptions, createStripeClient } from './client.server.ts';
import { idOf, toCharge, toCheckout, toInvoice, toMoney, toSubscription } from './facts.ts';
import { openCheckout } from './open-checkout.server.ts';

const pageSize = 100;

/** Payments through Stripe. The only way from the domain to it. */
export function createStripePayments(options: StripeOptions): Payments {
  const stripe = createStripeClient(options);
  const { environment } = options;

  const readSubscription = async (id: string) =>
    toSubscription(await stripe.subscriptions.retrieve(id), environment);

  return {
    openCheckout: (input, number) =>
      attempt(() => openCheckout(stripe, environment, input, number)),
    async expireCheckout(checkoutId) {
      const session = await stripe.checkout.sessions.retrieve(checkoutId);
      if (session.status === 'open') await stripe.checkout.sessions.expire(checkoutId);
    },
    readCheckout: async (id) =>
      toCheckout(await stripe.checkout.sessions.retrieve(id), environment),
    async readChargeOfPaymentIntent(id) {
      const intent = await stripe.paymentIntents.retrieve(id);
      const chargeId = idOf(intent.latest_charge);
      return chargeId ? readCharge(stripe, chargeId, environment) : null;
    },
    readCharge: (id) => readCharge(stripe, id, environment),
    readSubscription,
    async readInvoice(id) {
      return toInvoice(
        await stripe.invoices.retrieve(id, { expand: ['payments.data.payment.payment_intent'] }),
      );
    },
    scheduleCancellation: (id, idempotencyKey) =>
      attempt(async () =>
        toSubscription(
          await stripe.subscriptions.update(id, { cancel_at_period_end: true }, { idempotencyKey }),
          environment,
        ),
      ),
    undoCancellation: (id, idempotencyKey) =>
      attempt(async () => {
        const subscription = await stripe.subscriptions.retrieve(id);
        return toSubscription(
          await stripe.subscriptions.update(
            id,
            // Whichever way it was scheduled, clear that one.
            subscription.cancel_at_period_end ? { cancel_at_period_end: false } : { cancel_at: '' },
            { idempotencyKey },
          ),
          environment,
        );
      }),
    cancelAndReturn: (id, idempotencyKey) =>
      attempt(async () => {
        const subscription = await stripe.subscriptions.retrieve(id);
        await refundLatestInvoice(stripe, subscription, idempotencyKey);
        if (subscription.status === 'canceled') return toSubscription(subscription, environment);
        return toSubscription(await stripe.subscriptions.cancel(id), environment);
      }),
    async listBalance({ cursor, since }) {
      const page = await stripe.balanceTransactions.list({
        limit: pageSize,
        expand: ['data.source'],
        ...(cursor ? { starting_after: cursor } : {}),
        ...(since ? { created: { gte: toUnix(since) } } : {}),
      });
      return {
        transactions: page.data.map((transaction) => ({
          balanceTransactionId: transaction.id,
          type: transaction.type,
          net: toMoney(transaction.net, transaction.currency),
          createdAt: fromUnix(transaction.created),
          chargeId: chargeOfSource(transaction.source),
        })),
        nextCursor: page.has_more ? (page.data.at(-1)?.id ?? null) : null,
      };
    },
  };
}

async function readCharge(stripe: Stripe, chargeId: string, environment: string) {
  const [charge, refunds, disputes] = await Promise.all([
    stripe.charges.retrieve(chargeId, { expand: ['balance_transaction'] }),
    stripe.refunds.list({
      charge: chargeId,
      limit: pageSize,
      expand: ['data.balance_transaction', 'data.failure_balance_transaction'],
    }),
    stripe.disputes.list({ charge: chargeId, limit: pageSize }),
  ]);
  const invoice = await readInvoiceOfCharge(stripe, charge);
  return toCharge({ charge, refunds: refunds.data, disputes: disputes.data, invoice }, environment);
}

/** `charge.invoice` is gone: a charge's invoice is found through its payment intent's invoice payment. */
async function readInvoiceOfCharge(
  stripe: Stripe,
  charge: Stripe.Charge,
): Promise<Stripe.Invoice | null> {
  const paymentIntent = idOf(charge.payment_intent);
  if (!paymentIntent) return null;
  const { data } = await stripe.invoicePayments.list({
    payment: { type: 'payment_intent', payment_intent: paymentIntent },
    limit: 1,
    expand: ['data.invoice'],
  });
  const invoice = data[0]?.invoice;
  return invoice && typeof invoice === 'object' && !('deleted' in invoice) ? invoice : null;
}

async function refundLatestInvoice(
  stripe: Stripe,
  subscription: Stripe.Subscription,
  idempotencyKey: string,
): Promise<void> {
  const invoiceId = idOf(subscription.latest_invoice);
  if (!invoiceId) return;
  const { data } = await stripe.invoicePayments.list({
    invoice: invoiceId,
    status: 'paid',
    limit: 1,
  });
  const intent = idOf(data[0]?.payment.payment_intent);
  if (!intent) return;
  await stripe.refunds.create(
    { payment_intent: intent, reason: 'duplicate' },
    { idempotencyKey: `${idempotencyKey}:refund` },
  );
}

type Source = Stripe.BalanceTransaction['source'];

function chargeOfSource(source: Source): string | null {
  if (!source) return null;
  if (typeof source === 'string') return source.startsWith('ch_') ? source : null;
  if (source.object === 'charge') return source.id;
  if (source.object === 'refund' || source.object === 'dispute') return idOf(source.charge);
  return null;
}
