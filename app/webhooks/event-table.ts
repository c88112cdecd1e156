/** What an event means for us: which object to look at again. */
export type EventMeaning = 'checkout' | 'subscription' | 'invoice' | 'charge';

/**
 * Every event type that we act on. All others are answered 200 and noted: refusing one would only
 * make Stripe send it again (and refusing `invoice.created` delays invoices by up to 72 hours:
 * https://docs.stripe.com/billing/subscriptions/webhooks).
 */
export const eventTable: Readonly<Record<string, EventMeaning>> = {
  'checkout.session.completed': 'checkout',
  'checkout.session.expired': 'checkout',
  'checkout.session.async_payment_succeeded': 'checkout',
  'checkout.session.async_payment_failed': 'checkout',
  'customer.subscription.created': 'subscription',
  'customer.subscription.updated': 'subscription',
  'customer.subscription.deleted': 'subscription',
  'customer.subscription.paused': 'subscription',
  'customer.subscription.resumed': 'subscription',
  'customer.subscription.pending_update_applied': 'subscription',
  'customer.subscription.pending_update_expired': 'subscription',
  'invoice.paid': 'invoice',
  'invoice.payment_failed': 'invoice',
  'invoice.payment_action_required': 'invoice',
  'charge.succeeded': 'charge',
  'charge.updated': 'charge',
  'charge.refunded': 'charge',
  'refund.created': 'charge',
  'refund.updated': 'charge',
  'refund.failed': 'charge',
  'charge.dispute.created': 'charge',
  'charge.dispute.updated': 'charge',
  'charge.dispute.funds_withdrawn': 'charge',
  'charge.dispute.funds_reinstated': 'charge',
  'charge.dispute.closed': 'charge',
};

/** What a webhook endpoint at Stripe must be subscribed to. */
export const handledEventTypes = Object.keys(eventTable);
