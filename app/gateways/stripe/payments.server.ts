import type Stripe from 'stripe';
import type { Payments } from '../../domain/ports/payments.ts';
import { attempt, isRefunded, whyFailed } from './classify-error.ts';
import { createAccount } from './account.server.ts';
import { createCards, readCollection } from './cards.server.ts';
import { createChanges } from './changes.server.ts';
import { type StripeOptions, createStripeClient, isLiveKey } from './client.server.ts';
import { methodParts } from './collection-facts.ts';
import { dashboardUrl } from './dashboard-url.ts';
import { idOf, toCharge, toCheckout, toInvoice } from './facts.ts';
import { createDisputes } from './disputes.server.ts';
import { createEndings } from './endings.server.ts';
import { createIdentity } from './identity.server.ts';
import { createReading } from './lists.server.ts';
import { createOffering } from './offers.server.ts';
import { createRefunding } from './refunds.server.ts';
import { openCheckout } from './open-checkout.server.ts';
import { duplicateMark, subscriptionParts, toSubscription } from './subscription-facts.ts';

const pageSize = 100;

/** Payments through Stripe. The only way from the domain to it. */
export function createStripePayments(options: StripeOptions): Payments {
  const stripe = createStripeClient(options);
  const { environment } = options;
  const isLive = isLiveKey(options.secretKey);

  const readSubscription = async (id: string) => {
    const subscription = await stripe.subscriptions.retrieve(id, {
      expand: [...subscriptionParts, ...methodParts],
    });
    const collection = await readCollection(stripe, subscription);
    return { ...toSubscription(subscription, environment), collection };
  };

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
    cancelAndReturn: (id, idempotencyKey) =>
      attempt(async () => {
        const subscription = await stripe.subscriptions.retrieve(id);
        await refundLatestInvoice(stripe, subscription, idempotencyKey);
        if (subscription.status === 'canceled') return toSubscription(subscription, environment);
        const cancelled = await stripe.subscriptions.cancel(id, {
          cancellation_details: { comment: duplicateMark },
        });
        return toSubscription(cancelled, environment);
      }),
    ...createReading(stripe, { environment, isLive }),
    ...createAccount(stripe, isLive),
    ...createCards(stripe, environment),
    ...createChanges(stripe, environment),
    ...createDisputes(stripe),
    ...createEndings(stripe, readSubscription),
    ...createIdentity(stripe),
    ...createOffering(stripe, environment),
    ...createRefunding(stripe, environment),
    whyFailed,
    dashboardUrl: (id) => (options.apiBase ? null : dashboardUrl(id, isLive)),
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
  try {
    await stripe.refunds.create(
      { payment_intent: intent, reason: 'duplicate' },
      { idempotencyKey: `${idempotencyKey}:refund` },
    );
  } catch (error) {
    // Stripe forgets a key after a day or more: a later repetition finds the money gone already.
    if (!isRefunded(error)) throw error;
  }
}
