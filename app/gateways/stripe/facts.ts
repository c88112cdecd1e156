import type Stripe from 'stripe';
import type {
  ChargeFacts,
  CheckoutFacts,
  DisputeFacts,
  InvoiceFacts,
  OrderKind,
  OrderReference,
  RefundFacts,
  Settlement,
} from '../../domain/ports/payments.ts';
import { fromUnix } from '../../kernel/dates.ts';
import { type Money, money } from '../../kernel/money.ts';

/** The value of our `app` metadata key: objects without it belong to somebody else on the account. */
export const appMark = 'masthead';

const orderKinds: readonly OrderKind[] = ['donation', 'membership', 'gift'];

/** Stripe's enums are open: what we do not know becomes the fallback. */
function oneOf<Known extends string>(
  known: readonly Known[],
  value: string | null | undefined,
  fallback: Known,
): Known {
  return known.find((candidate) => candidate === value) ?? fallback;
}

export function toMoney(amountMinor: number, currency: string): Money {
  return money(amountMinor, currency.toUpperCase());
}

export function idOf(value: string | { id: string } | null | undefined): string | null {
  if (!value) return null;
  return typeof value === 'string' ? value : value.id;
}

/** Our row, as the object's metadata names it; null when the object is not of this environment of ours. */
export function toOrder(
  metadata: Record<string, string> | null | undefined,
  environment: string,
): OrderReference | null {
  if (metadata?.app !== appMark || metadata.env !== environment) return null;
  const kind = orderKinds.find((known) => known === metadata.kind);
  const orderId = uuidOf(metadata.order_id);
  if (!kind || !orderId) return null;
  return {
    kind,
    orderId,
    articleId: uuidOf(metadata.article_id),
    campaignId: uuidOf(metadata.campaign_id),
  };
}

/** Anybody with the dashboard can edit metadata: what is no id of a row names nothing. */
export function uuidOf(text: string | undefined): string | null {
  return text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : null;
}

export function toMetadata(order: OrderReference, environment: string): Record<string, string> {
  return {
    app: appMark,
    env: environment,
    kind: order.kind,
    order_id: order.orderId,
    ...(order.articleId ? { article_id: order.articleId } : {}),
    ...(order.campaignId ? { campaign_id: order.campaignId } : {}),
  };
}

/** Null while Stripe has not made the balance transaction yet, or when it was not expanded. */
export function toSettlement(
  transaction: string | Stripe.BalanceTransaction | null | undefined,
): Settlement | null {
  if (!transaction || typeof transaction === 'string') return null;
  return {
    balanceTransactionId: transaction.id,
    gross: toMoney(transaction.amount, transaction.currency),
    fee: toMoney(transaction.fee, transaction.currency),
    net: toMoney(transaction.net, transaction.currency),
    exchangeRate: transaction.exchange_rate === null ? null : String(transaction.exchange_rate),
    at: fromUnix(transaction.created),
  };
}

export function toCheckout(session: Stripe.Checkout.Session, environment: string): CheckoutFacts {
  return {
    checkoutId: session.id,
    order: toOrder(session.metadata, environment),
    status: oneOf(['open', 'complete', 'expired'], session.status, 'open'),
    paymentStatus: oneOf(
      ['paid', 'unpaid', 'no_payment_required'],
      session.payment_status,
      'unpaid',
    ),
    url: session.url,
    expiresAt: fromUnix(session.expires_at),
    customerId: idOf(session.customer),
    email: session.customer_details?.email ?? null,
    name: session.customer_details?.name ?? null,
    country: session.customer_details?.address?.country ?? null,
    paymentIntentId: idOf(session.payment_intent),
    subscriptionId: idOf(session.subscription),
  };
}

export function toRefund(refund: Stripe.Refund): RefundFacts {
  return {
    refundId: refund.id,
    amount: toMoney(refund.amount, refund.currency),
    status: oneOf(
      ['pending', 'requires_action', 'succeeded', 'failed', 'canceled'],
      refund.status,
      'pending',
    ),
    occurredAt: fromUnix(refund.created),
    settlement: toSettlement(refund.balance_transaction),
    failureSettlement: toSettlement(refund.failure_balance_transaction),
  };
}

/** A dispute's balance transactions are whole objects: the first takes the money, a later positive one gives it back. */
export function toDispute(dispute: Stripe.Dispute): DisputeFacts {
  const withdrawn = dispute.balance_transactions.find((transaction) => transaction.amount < 0);
  const reinstated = dispute.balance_transactions.find((transaction) => transaction.amount > 0);
  return {
    disputeId: dispute.id,
    amount: toMoney(dispute.amount, dispute.currency),
    status: dispute.status,
    reason: dispute.reason,
    occurredAt: fromUnix(dispute.created),
    dueBy: dispute.evidence_details.due_by ? fromUnix(dispute.evidence_details.due_by) : null,
    withdrawn: toSettlement(withdrawn),
    reinstated: toSettlement(reinstated),
  };
}

export interface ChargeParts {
  readonly charge: Stripe.Charge;
  readonly refunds: readonly Stripe.Refund[];
  readonly disputes: readonly Stripe.Dispute[];
  /** The invoice that the charge paid, for a membership. */
  readonly invoice: Stripe.Invoice | null;
}

export function toCharge(
  { charge, refunds, disputes, invoice }: ChargeParts,
  environment: string,
): ChargeFacts {
  const subscription = invoice?.parent?.subscription_details ?? null;
  return {
    chargeId: charge.id,
    paymentIntentId: idOf(charge.payment_intent),
    invoiceId: invoice?.id ?? null,
    subscriptionId: idOf(subscription?.subscription),
    customerId: idOf(charge.customer),
    order: toOrder(charge.metadata, environment) ?? toOrder(subscription?.metadata, environment),
    isPaid: charge.paid && charge.status === 'succeeded',
    failureCode: charge.outcome?.reason ?? charge.failure_code,
    amount: toMoney(charge.amount, charge.currency),
    occurredAt: fromUnix(charge.created),
    country:
      charge.billing_details.address?.country ??
      charge.payment_method_details?.card?.country ??
      null,
    periodEnd: invoice ? periodEndOf(invoice) : null,
    settlement: toSettlement(charge.balance_transaction),
    refunds: refunds.map(toRefund),
    disputes: disputes.map(toDispute),
  };
}

/**
 * Until when an invoice pays: the end of its lines' service, which is not `invoice.period_end`
 * (https://docs.stripe.com/api/invoices/object#invoice_object-period_end). Credits buy nothing.
 */
function periodEndOf(invoice: Stripe.Invoice): Date | null {
  const ends = invoice.lines.data
    .filter((line) => line.parent?.type === 'subscription_item_details' && line.amount > 0)
    .map((line) => line.period.end);
  return ends.length > 0 ? fromUnix(Math.max(...ends)) : null;
}

/** Takes an invoice whose `payments` (and their payment intents) are expanded. */
export function toInvoice(invoice: Stripe.Invoice): InvoiceFacts {
  const intents = (invoice.payments?.data ?? []).flatMap(({ payment }) => {
    if (payment.charge) return [idOf(payment.charge)];
    const intent = payment.payment_intent;
    return intent && typeof intent === 'object' ? [idOf(intent.latest_charge)] : [];
  });
  return {
    invoiceId: invoice.id,
    subscriptionId: idOf(invoice.parent?.subscription_details?.subscription),
    status: oneOf(['draft', 'open', 'paid', 'uncollectible', 'void'], invoice.status, 'draft'),
    billingReason: invoice.billing_reason,
    amountPaid: toMoney(invoice.amount_paid, invoice.currency),
    chargeIds: intents.filter((chargeId) => chargeId !== null),
    attemptCount: invoice.attempt_count,
    nextAttemptAt: invoice.next_payment_attempt ? fromUnix(invoice.next_payment_attempt) : null,
    payUrl: invoice.hosted_invoice_url ?? null,
    createdAt: fromUnix(invoice.created),
  };
}
