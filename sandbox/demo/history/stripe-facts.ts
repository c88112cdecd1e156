import type Stripe from 'stripe';
import type {
  BalanceFacts,
  ChargeFacts,
  CheckoutFacts,
  PayoutFacts,
  SubscriptionFacts,
} from '../../../app/domain/ports/payments.ts';
import type { CollectionFacts } from '../../../app/domain/ports/subscription-facts.ts';
import { toBalance, toPayout } from '../../../app/gateways/stripe/balance-facts.ts';
import {
  intentParts,
  methodOf,
  methodParts,
  toCard,
  toOpenInvoice,
} from '../../../app/gateways/stripe/collection-facts.ts';
import { idOf, toCharge, toCheckout } from '../../../app/gateways/stripe/facts.ts';
import { toSubscription } from '../../../app/gateways/stripe/subscription-facts.ts';
import { fromUnix } from '../../../app/kernel/dates.ts';
import type { Engine } from '../../stripe/engine/engine.ts';

/** The environment that the sandbox's objects are marked with. */
export const environment = 'sandbox';

/** A subscription, and when its patron asked to end it. */
export interface SubscriptionHistory extends SubscriptionFacts {
  readonly cancellationAskedAt: Date | null;
}

/** All that the sandbox Stripe knows, as the gateway's own mapping says it. */
export interface StripeFacts {
  readonly checkouts: readonly CheckoutFacts[];
  readonly subscriptions: readonly SubscriptionHistory[];
  /** Failed ones too, oldest first. */
  readonly charges: readonly ChargeFacts[];
  readonly payouts: readonly PayoutFacts[];
  /** What moved the balance and belongs to no charge: payouts, and what is held back of them. */
  readonly otherBalance: readonly BalanceFacts[];
}

/** Reads a whole account through its API, in process. */
export function readStripeFacts(engine: Engine): StripeFacts {
  const sessions = all<Stripe.Checkout.Session>(engine, '/v1/checkout/sessions');
  const subscriptions = all<Stripe.Subscription>(engine, '/v1/subscriptions', {
    status: 'all',
    expand: methodParts.map((part) => `data.${part}`),
  });
  const refunds = all<Stripe.Refund>(engine, '/v1/refunds', {
    expand: ['data.balance_transaction', 'data.failure_balance_transaction'],
  });
  const disputes = all<Stripe.Dispute>(engine, '/v1/disputes');
  const invoices = new Map(
    all<Stripe.Invoice>(engine, '/v1/invoices').map((entry) => [entry.id, entry]),
  );
  const invoiceOfIntent = new Map(
    all<Stripe.InvoicePayment>(engine, '/v1/invoice_payments').map(({ payment, invoice }) => [
      idOf(payment.payment_intent),
      invoices.get(idOf(invoice) ?? ''),
    ]),
  );
  const charges = all<Stripe.Charge>(engine, '/v1/charges', {
    expand: ['data.balance_transaction'],
  });
  return {
    checkouts: sessions.map((session) => toCheckout(session, environment)),
    subscriptions: subscriptions.map((subscription) => ({
      ...toSubscription(subscription, environment),
      collection: collectionOf(engine, subscription),
      cancellationAskedAt:
        subscription.cancellation_details?.reason === 'cancellation_requested' &&
        subscription.canceled_at
          ? fromUnix(subscription.canceled_at)
          : null,
    })),
    charges: charges.reverse().map((charge) =>
      toCharge(
        {
          charge,
          refunds: refunds.filter((refund) => idOf(refund.charge) === charge.id),
          disputes: disputes.filter((dispute) => idOf(dispute.charge) === charge.id),
          invoice: invoiceOfIntent.get(idOf(charge.payment_intent)) ?? null,
        },
        environment,
      ),
    ),
    payouts: all<Stripe.Payout>(engine, '/v1/payouts').map(toPayout),
    otherBalance: all<Stripe.BalanceTransaction>(engine, '/v1/balance_transactions')
      .filter(({ source }) => source === null || idOf(source)?.startsWith('po_'))
      .map(toBalance),
  };
}

function collectionOf(engine: Engine, subscription: Stripe.Subscription): CollectionFacts {
  const latest = subscription.status === 'past_due' ? idOf(subscription.latest_invoice) : null;
  const invoice =
    latest === null
      ? null
      : engine.request<Stripe.Invoice>('GET', `/v1/invoices/${latest}`, { expand: intentParts });
  return { card: toCard(methodOf(subscription)), open: invoice && toOpenInvoice(invoice) };
}

/** Every object of a list, the newest first. */
function all<T extends { id: string }>(engine: Engine, path: string, params: object = {}): T[] {
  const found: T[] = [];
  for (let isMore = true; isMore;) {
    const last = found.at(-1);
    const page = engine.request<Stripe.ApiList<T>>('GET', path, {
      ...params,
      limit: 100,
      ...(last ? { starting_after: last.id } : {}),
    });
    found.push(...page.data);
    isMore = page.has_more;
  }
  return found;
}
