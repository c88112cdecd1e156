import { missingParam, unsupported } from '../errors.ts';
import { cancelSubscription } from '../flows/cancellations.ts';
import { setDiscounts } from '../flows/discounts.ts';
import { computeTotals } from '../flows/invoice-totals.ts';
import { createInvoiceItem } from '../flows/invoice-items.ts';
import { resumeSubscription } from '../flows/pauses.ts';
import { expirePendingUpdate } from '../flows/pending-updates.ts';
import { asPreview, noUpcoming, upcomingInvoice } from '../flows/previews.ts';
import { changeBilling } from '../flows/subscription-updates.ts';
import { createSubscription, planCancellation } from '../flows/subscriptions.ts';
import type { Invoice } from '../objects/invoice.ts';
import type { Params } from '../params.ts';
import {
  flag,
  given,
  integer,
  mergedMetadata,
  nested,
  objects,
  requiredText,
  text,
} from '../params.ts';
import type { Step } from '../step.ts';
import { changePhases } from './schedule-params.ts';
import {
  readBillingChange,
  readDiscounts,
  readItemChanges,
  readProrations,
  readTrialEnd,
} from './subscription-params.ts';

export const PREVIEW_PARAMS = [
  'currency',
  'customer',
  'discounts',
  'invoice_items',
  'preview_mode',
  'schedule',
  'schedule_details.end_behavior',
  'schedule_details.phases',
  'schedule_details.proration_behavior',
  'subscription',
  'subscription_details.billing_cycle_anchor',
  'subscription_details.billing_mode',
  'subscription_details.cancel_at',
  'subscription_details.cancel_at_period_end',
  'subscription_details.cancel_now',
  'subscription_details.items',
  'subscription_details.metadata',
  'subscription_details.proration_behavior',
  'subscription_details.proration_date',
  'subscription_details.resume_at',
  'subscription_details.trial_end',
];

/**
 * The invoice that a change would make, or the next one. The change is carried out beside the
 * step by the same flows, so a preview cannot differ from what then happens
 * (https://docs.stripe.com/api/invoices/create_preview).
 */
export function createPreview(step: Step, params: Params): Invoice {
  const beside = step.scratch();
  const details = nested(params, 'subscription_details') ?? {};
  const schedule = text(params, 'schedule');
  if (schedule !== undefined) return previewSchedule(beside, schedule, params);
  const id = text(params, 'subscription');
  if (id === undefined && given(details, 'items')) return previewNew(beside, params, details);
  return previewExisting(beside, id ?? nextOf(beside, params), params, details);
}

/** The customer's subscription that renews next. */
function nextOf(step: Step, params: Params): string {
  const customer = requiredText(params, 'customer');
  step.get('customer', customer, 'customer');
  const ends = step
    .listBy('subscription', 'customer', customer)
    .filter(({ ended_at: ended, status }) => ended === null && status !== 'incomplete')
    .map(({ id, items }) => ({ id, end: Math.min(...items.data.map((i) => i.current_period_end)) }))
    .sort((a, b) => a.end - b.end);
  const [next] = ends;
  if (!next) throw noUpcoming(customer);
  return next.id;
}

function previewSchedule(step: Step, id: string, params: Params): Invoice {
  const details = nested(params, 'schedule_details');
  if (details) changePhases(step, id, details);
  const { subscription } = step.get('subscription_schedule', id);
  if (subscription === null)
    throw unsupported('the preview of a schedule that has not begun', 'schedule');
  return upcomingInvoice(step, subscription);
}

function previewNew(step: Step, params: Params, details: Params): Invoice {
  if (!given(params, 'customer')) throw missingParam('customer');
  const trialEnd = readTrialEnd(details);
  addItems(step, requiredText(params, 'customer'), null, params);
  const subscription = createSubscription(step, {
    customer: requiredText(params, 'customer'),
    items: readItemChanges(step, details).flatMap(({ price, quantity, metadata }) =>
      price ? [{ price, quantity: quantity ?? 1, ...(metadata ? { metadata } : {}) }] : [],
    ),
    defaultPaymentMethod: null,
    description: null,
    metadata: mergedMetadata(details),
    discounts: readDiscounts(params) ?? [],
    trialEnd: trialEnd === 'now' ? null : trialEnd,
  });
  return asPreview(step, step.get('invoice', subscription.latest_invoice ?? ''));
}

function previewExisting(step: Step, id: string, params: Params, details: Params): Invoice {
  const held = step.get('subscription', id, 'subscription');
  const isRecurring = text(params, 'preview_mode') === 'recurring';
  applyDiscounts(step, id, params);
  addItems(step, held.customer, id, params);
  const invoice = carryOut(step, id, details, isRecurring);
  if (invoice !== null && !isRecurring) return asPreview(step, step.get('invoice', invoice));
  return isRecurring ? recurring(step, id) : upcomingInvoice(step, id);
}

/** @returns the invoice that the change makes at once, if it does. */
function carryOut(step: Step, id: string, details: Params, isRecurring: boolean): string | null {
  if (flag(details, 'cancel_now') === true) {
    const { latest_invoice: before, customer } = step.get('subscription', id);
    const { latest_invoice: after } = cancelSubscription(step, id, 'cancellation_requested', {
      prorate: given(details, 'proration_behavior') && readProrations(details) !== 'none',
      invoiceNow: true,
    });
    if (after === null || after === before) throw noUpcoming(customer);
    return after;
  }
  if (text(details, 'resume_at') === 'now') {
    const terms = { anchor: 'now' as const, prorate: true, prorationDate: null };
    return resumeSubscription(step, id, terms);
  }
  if (given(details, 'cancel_at_period_end') || given(details, 'cancel_at')) {
    const atEnd = flag(details, 'cancel_at_period_end');
    const at = atEnd === true ? true : (integer(details, 'cancel_at') ?? null);
    planCancellation(step, step.edit('subscription', id), at);
  }
  const change = readBillingChange(step, details);
  if (!change) return null;
  expirePendingUpdate(step, id);
  return changeBilling(step, id, isRecurring ? { ...change, prorate: 'none' } : change);
}

/** What every period will cost: no prorations, no single items, no credit. */
function recurring(step: Step, id: string): Invoice {
  const { customer } = step.get('subscription', id);
  for (const item of step.listBy('invoiceitem', 'pending', customer)) {
    step.edit('invoiceitem', item.id).invoice = item.id;
  }
  step.edit('customer', customer).balance = 0;
  const invoice = upcomingInvoice(step, id);
  computeTotals(step, invoice, step.get('customer', customer));
  return invoice;
}

function applyDiscounts(step: Step, id: string, params: Params): void {
  const discounts = readDiscounts(params);
  if (discounts === undefined || discounts?.length === 0) return;
  const subscription = step.edit('subscription', id);
  const { customer, currency } = subscription;
  setDiscounts(step, subscription, discounts ?? [], { customer, currency, subtotal: Infinity });
}

function addItems(step: Step, customer: string, subscription: string | null, params: Params): void {
  for (const [index, item] of (objects(params, 'invoice_items') ?? []).entries()) {
    const amount = integer(item, 'amount');
    if (amount === undefined)
      throw unsupported('invoice_items other than by their amount', `invoice_items[${index}]`);
    createInvoiceItem(step, {
      amount,
      currency: requiredText(item, 'currency'),
      customer,
      description: text(item, 'description') ?? null,
      discountable: flag(item, 'discountable') ?? amount > 0,
      metadata: mergedMetadata(item),
      period: { start: step.now, end: step.now },
      subscription,
    });
  }
}
