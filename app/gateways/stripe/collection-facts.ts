import type Stripe from 'stripe';
import type { CardFacts, OpenInvoice } from '../../domain/ports/subscription-facts.ts';
import { fromUnix } from '../../kernel/dates.ts';
import { toMoney } from './facts.ts';

/** What to expand where {@link methodOf} is asked. */
export const methodParts = [
  'default_payment_method',
  'customer.invoice_settings.default_payment_method',
];

/** What to expand of an invoice where {@link intentOf} is asked: four levels, the most there are. */
export const intentParts = ['payments.data.payment.payment_intent'];

/**
 * What a subscription is charged to: its own method, else the customer's. Null: none, or not expanded.
 * https://docs.stripe.com/api/subscriptions/object#subscription_object-default_payment_method
 */
export function methodOf(subscription: Stripe.Subscription): Stripe.PaymentMethod | null {
  const own = subscription.default_payment_method;
  if (own) return typeof own === 'string' ? null : own;
  const { customer } = subscription;
  if (typeof customer === 'string' || customer.deleted) return null;
  const general = customer.invoice_settings.default_payment_method;
  return general && typeof general !== 'string' ? general : null;
}

export function toCard(method: Stripe.PaymentMethod | null): CardFacts | null {
  if (!method) return null;
  if (method.card) {
    const { brand, last4, exp_month: expMonth, exp_year: expYear } = method.card;
    return { brand, last4, expMonth, expYear };
  }
  const last4 = method.sepa_debit?.last4 ?? null;
  return { brand: method.type, last4, expMonth: null, expYear: null };
}

/** The payment of an invoice that is not paid yet. */
export function intentOf({ payments }: Stripe.Invoice): Stripe.PaymentIntent | null {
  for (const { payment, status } of payments?.data ?? []) {
    const intent = payment.payment_intent;
    if (status !== 'canceled' && intent && typeof intent === 'object') return intent;
  }
  return null;
}

/**
 * Does the bank ask its customer? Off session Stripe leaves the payment in either of two states:
 * https://docs.stripe.com/billing/subscriptions/overview#requires-action
 */
export function asksToConfirm(intent: Stripe.PaymentIntent | null): boolean {
  return (
    intent?.status === 'requires_action' ||
    (intent?.status === 'requires_payment_method' &&
      intent.last_payment_error?.code === 'authentication_required')
  );
}

/** Null: it does not wait for its payer. */
export function toOpenInvoice(invoice: Stripe.Invoice): OpenInvoice | null {
  const intent = intentOf(invoice);
  // A bank debit that is under way can't be hurried.
  if (invoice.status !== 'open' || intent?.status === 'processing') return null;
  return {
    invoiceId: invoice.id,
    amount: toMoney(invoice.amount_remaining, invoice.currency),
    trouble: asksToConfirm(intent) ? 'needs_confirmation' : 'failed',
    attempts: invoice.attempt_count,
    nextAttemptAt: invoice.next_payment_attempt ? fromUnix(invoice.next_payment_attempt) : null,
  };
}
