import { invalidRequest } from '../errors.ts';
import { collectInvoice } from '../flows/collection.ts';
import { leavePause, pauseSubscription, resumeSubscription } from '../flows/pauses.ts';
import type { PauseTerms } from '../flows/pauses.ts';
import type { Params } from '../params.ts';
import { integer, nested, oneOf } from '../params.ts';
import type { Route } from '../router.ts';
import type { Step } from '../step.ts';
import { readAnchor, readProrations } from './subscription-params.ts';

const CREDITS: readonly PauseTerms['creditFrom'][] = ['item_current_period_start', 'none', 'now'];
const PAYMENTS = ['resume_on_payment_attempt', 'resume_on_payment_success'] as const;

/** Pausing on demand and resuming (https://docs.stripe.com/changelog/endive/2026-09-30/pause-subscription). */
export const pauseRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/subscriptions/:id/pause',
    params: ['bill_for.unused_time_from', 'invoicing_behavior', 'type'],
    handle: (step, { params, id }) => {
      const unused = nested(nested(params, 'bill_for') ?? {}, 'unused_time_from') ?? {};
      const behaviors = ['invoice', 'pending_invoice_item'] as const;
      const invoice = pauseSubscription(step, id, {
        creditFrom: oneOf(unused, 'type', CREDITS) ?? 'now',
        invoices: oneOf(params, 'invoicing_behavior', behaviors) === 'invoice',
      });
      if (invoice !== null) collectInvoice(step, invoice, { offSession: true, scheduled: true });
      return step.get('subscription', id);
    },
  },
  {
    method: 'POST',
    path: '/v1/subscriptions/:id/resume',
    params: ['billing_cycle_anchor', 'payment_behavior', 'proration_behavior', 'proration_date'],
    handle: (step, { params, id }) => resume(step, id, params),
  },
];

function resume(step: Step, id: string, params: Params) {
  if (step.get('subscription', id).schedule !== null)
    throw invalidRequest('The subscription is managed by a subscription schedule.');
  const invoice = resumeSubscription(step, id, {
    anchor: readAnchor(params) ?? 'now',
    prorate: readProrations(params) !== 'none',
    prorationDate: integer(params, 'proration_date') ?? null,
  });
  const waits = oneOf(params, 'payment_behavior', PAYMENTS) === 'resume_on_payment_success';
  // A paid invoice resumes the subscription by itself.
  if (invoice === null || !waits) leavePause(step, id);
  if (invoice !== null) collectInvoice(step, invoice, { offSession: false, scheduled: true });
  return step.get('subscription', id);
}
