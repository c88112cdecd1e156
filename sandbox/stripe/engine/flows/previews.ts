import { StripeApiError } from '../errors.ts';
import type { Invoice } from '../objects/invoice.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { copy } from '../tree.ts';
import { renewSubscription } from './renewals.ts';
import { advanceSchedule, scheduleDueAt } from './schedules.ts';
import { periodEnd } from './subscriptions.ts';

const RENEWING = ['active', 'past_due', 'trialing', 'unpaid'];

/**
 * The invoice that a subscription's next renewal will make: the renewal is carried out beside the
 * step, at its own time, and nothing of it is kept
 * (https://docs.stripe.com/api/invoices/create_preview).
 *
 * @throws `invoice_upcoming_none` when it will not renew.
 */
export function upcomingInvoice(step: Step, id: string): Invoice {
  const held = step.get('subscription', id);
  if (!RENEWING.includes(held.status)) throw noUpcoming(held.customer);
  const at = Math.max(periodEnd(held), step.now);
  if (held.cancel_at !== null && held.cancel_at <= at) throw noUpcoming(held.customer);
  const later = step.scratch(at);
  passSchedule(later, held, at);
  const renewing = later.get('subscription', id);
  if (!RENEWING.includes(renewing.status)) throw noUpcoming(held.customer);
  // A phase in the middle of the period may have moved the end of the period.
  if (periodEnd(renewing) > at) return upcomingInvoice(later, id);
  renewSubscription(later, id);
  const invoice = later.get('subscription', id).latest_invoice;
  if (invoice === null || invoice === held.latest_invoice) throw noUpcoming(held.customer);
  return asPreview(step, later.get('invoice', invoice));
}

function passSchedule(step: Step, subscription: Subscription, until: number): void {
  const { schedule } = subscription;
  if (schedule === null) return;
  const due = scheduleDueAt(step.get('subscription_schedule', schedule));
  if (due !== null && due <= until) advanceSchedule(step, schedule);
}

/** An invoice that was made beside a step, as a preview shows it: never finalized, never numbered. */
export function asPreview(step: Step, made: Invoice): Invoice {
  const invoice: Invoice = copy(made);
  const id = `upcoming_${step.newId('in')}`;
  invoice.id = id;
  invoice.billing_reason = 'upcoming';
  invoice.status = 'draft';
  invoice.number = null;
  invoice.attempt_count = 0;
  invoice.attempted = false;
  invoice.amount_paid = 0;
  invoice.amount_remaining = invoice.amount_due;
  invoice.effective_at = null;
  invoice.hosted_invoice_url = null;
  invoice.invoice_pdf = null;
  invoice.automatically_finalizes_at = null;
  invoice.next_payment_attempt = made.created + step.settings.draftSeconds;
  invoice.webhooks_delivered_at = null;
  invoice.ending_balance = invoice.starting_balance + invoice.total - invoice.amount_due;
  invoice.status_transitions = {
    finalized_at: null,
    marked_uncollectible_at: null,
    paid_at: null,
    voided_at: null,
  };
  invoice.lines.url = `/v1/invoices/${id}/lines`;
  for (const line of invoice.lines.data) {
    line.id = line.id.replace('il_', 'il_tmp_');
    line.invoice = id;
  }
  return invoice;
}

export function noUpcoming(customer: string): StripeApiError {
  return new StripeApiError({
    status: 404,
    type: 'invalid_request_error',
    code: 'invoice_upcoming_none',
    message: `No upcoming invoices for customer: ${customer}`,
  });
}

/** Tells of the coming renewal, if it is still coming (https://docs.stripe.com/api/events/types#event_types-invoice.upcoming). */
export function announceRenewal(step: Step, id: string): void {
  const held = step.find('subscription', id);
  if (!held || step.accountNow < step.settings.eventsFrom) return;
  const end = periodEnd(held);
  const isNear = end > step.now && end - step.settings.upcomingDays * 86_400 <= step.now;
  const ends = held.cancel_at !== null && held.cancel_at <= end;
  if (!RENEWING.includes(held.status) || ends || !isNear) return;
  step.emit('invoice.upcoming', upcomingInvoice(step, id));
}
