/** What an event means for us: which object to look at again. */
export type EventMeaning =
  | 'checkout'
  | 'subscription'
  | 'schedule'
  | 'invoice'
  | 'charge'
  | 'customer'
  | 'payment_method'
  | 'payout';

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
  'subscription_schedule.created': 'schedule',
  'subscription_schedule.updated': 'schedule',
  'subscription_schedule.released': 'schedule',
  'subscription_schedule.completed': 'schedule',
  'subscription_schedule.canceled': 'schedule',
  'subscription_schedule.aborted': 'schedule',
  'invoice.paid': 'invoice',
  'invoice.payment_failed': 'invoice',
  'invoice.payment_action_required': 'invoice',
  'invoice.voided': 'invoice',
  'invoice.marked_uncollectible': 'invoice',
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
  'customer.updated': 'customer',
  'payment_method.automatically_updated': 'payment_method',
  'payout.created': 'payout',
  'payout.updated': 'payout',
  'payout.paid': 'payout',
  'payout.failed': 'payout',
  'payout.canceled': 'payout',
  'payout.reconciliation_completed': 'payout',
};

/** What a webhook endpoint at Stripe must be subscribed to. */
export const handledEventTypes = Object.keys(eventTable);
