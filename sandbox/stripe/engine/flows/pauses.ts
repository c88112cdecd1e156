import { invalidRequest } from '../errors.ts';
import type { PauseReason } from '../objects/subscription.ts';
import type { Step } from '../step.ts';
import { createInvoice, finalizeInvoice, hasWaitingItems } from './invoices.ts';
import { stopCollecting } from './invoice-closing.ts';
import { naturalPeriod } from './period-amounts.ts';
import { creditUnused, debitRemaining } from './prorations.ts';
import { planReminders } from './reminders.ts';

export interface PauseTerms {
  creditFrom: 'item_current_period_start' | 'none' | 'now';
  invoices: boolean;
}

/**
 * Pauses a subscription: no invoices are made until it is resumed
 * (https://docs.stripe.com/billing/subscriptions/pause).
 *
 * @returns an invoice for what waits, where the terms ask for one; it is finalized.
 */
export function pauseSubscription(step: Step, id: string, terms: PauseTerms): string | null {
  const held = step.get('subscription', id);
  if (!['active', 'past_due', 'trialing'].includes(held.status)) {
    throw invalidRequest(`A subscription that is ${held.status} can't be paused.`);
  }
  if (held.schedule !== null) {
    throw invalidRequest(
      'The subscription is managed by a subscription schedule and can only be paused by it.',
    );
  }
  const subscription = step.edit('subscription', id);
  for (const item of subscription.items.data) {
    if (terms.creditFrom === 'none') continue;
    const from = terms.creditFrom === 'now' ? step.now : item.current_period_start;
    creditUnused(step, subscription, item, from);
  }
  let invoice: string | null = null;
  if (terms.invoices && hasWaitingItems(step, subscription)) {
    invoice = createInvoice(step, subscription, {
      reason: 'subscription_update',
      period: { start: step.now, end: step.now },
      finalizesAt: null,
      cycle: false,
    }).id;
    subscription.latest_invoice = invoice;
    finalizeInvoice(step, invoice);
  }
  enterPause(step, id, 'pause_requested');
  return invoice;
}

/** A trial has ended, and nobody has left a payment method (https://docs.stripe.com/billing/subscriptions/trials#create-free-trials-without-payment). */
export function pauseForWantOfMethod(step: Step, id: string): void {
  enterPause(step, id, 'trial_end_without_payment_method');
}

function enterPause(step: Step, id: string, reason: PauseReason): void {
  const subscription = step.edit('subscription', id);
  subscription.status = 'paused';
  subscription.status_details = {
    paused: { subscription: { type: reason }, transitioned_at: step.now, type: 'subscription' },
  };
  step.emit('customer.subscription.updated', subscription);
  step.emit('customer.subscription.paused', step.get('subscription', id));
}

export interface ResumeTerms {
  anchor: 'now' | 'unchanged';
  prorate: boolean;
  prorationDate: number | null;
}

/**
 * Begins to bill a paused subscription again: a new period from now on, or what is left of the old
 * one (https://docs.stripe.com/api/subscriptions/resume). The caller collects the invoice, and
 * calls `leavePause` when the terms of payment are met.
 *
 * @returns the invoice, finalized; `null` when nothing is due.
 */
export function resumeSubscription(step: Step, id: string, terms: ResumeTerms): string | null {
  if (step.get('subscription', id).status !== 'paused') {
    throw invalidRequest('Only a subscription with a status of `paused` can be resumed.');
  }
  stopCollecting(step, id);
  const subscription = step.edit('subscription', id);
  const isReset = terms.anchor === 'now';
  if (isReset) subscription.billing_cycle_anchor = step.now;
  for (const item of subscription.items.data) {
    const whole = naturalPeriod(subscription.billing_cycle_anchor, item.price, step.now);
    item.current_period_start = whole.start;
    item.current_period_end = whole.end;
    if (!isReset && terms.prorate) {
      creditUnused(step, subscription, item, terms.prorationDate ?? step.now);
      debitRemaining(step, subscription, item, terms.prorationDate ?? step.now);
    }
  }
  if (!isReset && !hasWaitingItems(step, subscription)) return null;
  const invoice = createInvoice(step, subscription, {
    reason: 'subscription_update',
    period: { start: step.now, end: step.now },
    finalizesAt: null,
    cycle: isReset,
  });
  subscription.latest_invoice = invoice.id;
  finalizeInvoice(step, invoice.id);
  return invoice.id;
}

/** A paused subscription runs again. */
export function leavePause(step: Step, id: string): void {
  const subscription = step.edit('subscription', id);
  subscription.status = 'active';
  delete subscription.status_details;
  step.emit('customer.subscription.updated', subscription);
  step.emit('customer.subscription.resumed', step.get('subscription', id));
  planReminders(step, step.get('subscription', id));
}

/** The time set for collecting payments again has come (https://docs.stripe.com/billing/subscriptions/pause-payment). */
export function resumeCollection(step: Step, id: string): void {
  const subscription = step.edit('subscription', id);
  subscription.pause_collection = null;
  step.emit('customer.subscription.updated', subscription);
}
