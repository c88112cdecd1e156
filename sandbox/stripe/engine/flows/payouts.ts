import { DAY, midnightAfter } from '../calendar.ts';
import { invalidRequest, StripeApiError } from '../errors.ts';
import { payoutStepOf } from '../money/currencies.ts';
import type { BalanceTransaction, BalanceTransactionFields } from '../objects/balance.ts';
import { countsFrom, unpaidId } from '../objects/balance.ts';
import type { Payout, PayoutFailure } from '../objects/payout.ts';
import { contentId, newPayout, PAYOUT_FAILURES } from '../objects/payout.ts';
import type { Metadata } from '../params.ts';
import type { Step } from '../step.ts';
import { post } from './balance.ts';

/**
 * The automatic payout of a currency: takes every transaction that is available and not yet paid
 * out, and is their sum. A sum that is not above zero stays for a later run
 * (https://docs.stripe.com/payouts#negative-payouts).
 */
export function payOutAutomatically(step: Step, currency: string): Payout | null {
  const due = step
    .listBy('sandbox.unpaid', 'currency', currency)
    .map(({ transaction }) => step.get('balance_transaction', transaction))
    .filter((entry) => countsFrom(entry) <= step.now);
  const net = due.reduce((sum, entry) => sum + entry.net, 0);
  const rest = net % payoutStepOf(currency);
  const amount = net - rest;
  if (amount <= 0) return null;
  const payout = addPayout(step, {
    amount,
    currency,
    automatic: true,
    description: 'STRIPE PAYOUT',
    metadata: {},
    statementDescriptor: null,
  });
  const taken = [...due.map(({ id }) => id), payout.balance_transaction ?? ''];
  if (rest > 0) taken.push(holdBack(step, rest, currency));
  for (const id of taken) step.remove('sandbox.unpaid', unpaidId(id));
  step.add({
    id: contentId(payout.id),
    object: 'sandbox.payout_content',
    created: step.now,
    transactions: taken,
  });
  step.emit('payout.created', payout);
  step.schedule('reconcile_payout', payout.id, step.settings.payouts.reconciledAfterSeconds);
  return step.get('payout', payout.id);
}

/**
 * Some currencies leave in whole units only (https://docs.stripe.com/currencies#special-cases). The
 * rest is held out of this payout and given to the next, so that each payout is the sum of its
 * transactions. Stripe does not document how its own books carry the rest.
 */
function holdBack(step: Step, rest: number, currency: string): string {
  const hold = post(step, plain('payout_minimum_balance_hold', -rest, currency, step.now));
  post(step, plain('payout_minimum_balance_release', rest, currency, step.now));
  return hold.id;
}

export interface PayoutInput {
  /** Minor units. */
  amount: number;
  currency: string;
  description: string | null;
  metadata: Metadata;
  statementDescriptor: string | null;
}

/** A payout that was asked for (https://docs.stripe.com/api/payouts/create). */
export function createPayout(step: Step, input: PayoutInput, available: number): Payout {
  const { amount, currency } = input;
  if (amount < 1)
    throw invalidRequest('Invalid positive integer', 'amount', 'parameter_invalid_integer');
  if (amount % payoutStepOf(currency) !== 0) {
    throw invalidRequest(
      `Payouts in ${currency} must be whole: the amount must be divisible by 100.`,
      'amount',
    );
  }
  if (amount > available) {
    throw new StripeApiError({
      status: 400,
      type: 'invalid_request_error',
      code: 'balance_insufficient',
      message:
        'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.',
    });
  }
  const payout = addPayout(step, { ...input, automatic: false });
  step.emit('payout.created', payout);
  return step.get('payout', payout.id);
}

function addPayout(step: Step, fields: PayoutInput & { automatic: boolean }): Payout {
  const payout = step.add(
    newPayout(step.newId('po'), step.now, {
      ...fields,
      arrivalDate: midnightAfter(step.now, step.settings.payouts.arrivalDays - 1),
    }),
  );
  const { amount, currency, arrival_date: arrival, description } = payout;
  const posted = post(step, {
    ...plain('payout', -amount, currency, arrival),
    description,
    source: payout.id,
  });
  payout.balance_transaction = posted.id;
  return payout;
}

/** When a payout next changes by itself; `null` when it has arrived or will not. */
export function payoutDueAt(payout: Payout): number | null {
  if (payout.status === 'in_transit') return payout.arrival_date;
  return payout.status === 'pending' ? Math.ceil((payout.created + 1) / DAY) * DAY : null;
}

/** A pending payout is handed to the bank; one in transit arrives. */
export function advancePayout(step: Step, id: string): void {
  const payout = step.edit('payout', id);
  if (payout.status === 'pending') {
    payout.status = 'in_transit';
    step.emit('payout.updated', payout);
    return;
  }
  payout.status = 'paid';
  payout.trace_id = { status: 'supported', value: traceOf(id) };
  step.emit('payout.updated', payout);
  step.emit('payout.paid', payout);
}

function traceOf(id: string): string {
  return `TR${id.slice(-12).toUpperCase()}`;
}

/** From now on the transactions in the payout can be listed. */
export function reconcilePayout(step: Step, id: string): void {
  const payout = step.edit('payout', id);
  payout.reconciliation_status = 'completed';
  step.emit('payout.reconciliation_completed', payout);
}

/**
 * The bank sends the money back: before it has arrived, or days after the payout was called paid
 * (https://docs.stripe.com/payouts#payout-failures). It returns to the balance and leaves with the
 * next payout.
 */
export function failPayout(step: Step, id: string, code: PayoutFailure): Payout {
  const held = step.get('payout', id);
  if (held.status === 'failed' || held.status === 'canceled') {
    throw invalidRequest(`This payout has already ${held.status}.`, 'payout');
  }
  const payout = step.edit('payout', id);
  payout.status = 'failed';
  payout.failure_code = code;
  payout.failure_message = PAYOUT_FAILURES[code];
  payout.failure_balance_transaction = giveBack(step, held, 'payout_failure').id;
  step.emit('payout.failed', payout);
  return step.get('payout', id);
}

/** Only a payout that was asked for and has not left yet (https://docs.stripe.com/api/payouts/cancel). */
export function cancelPayout(step: Step, id: string): Payout {
  const held = step.get('payout', id);
  if (held.status !== 'pending' || held.automatic) {
    throw invalidRequest(
      held.automatic
        ? 'Automatic payouts cannot be canceled.'
        : `Payouts can only be canceled while pending; this one is ${held.status}.`,
      'payout',
    );
  }
  const payout = step.edit('payout', id);
  payout.status = 'canceled';
  payout.failure_balance_transaction = giveBack(step, held, 'payout_cancel').id;
  step.emit('payout.canceled', payout);
  return step.get('payout', id);
}

function giveBack(
  step: Step,
  payout: Payout,
  type: 'payout_cancel' | 'payout_failure',
): BalanceTransaction {
  const { amount, currency, id } = payout;
  const description = `${type === 'payout_cancel' ? 'CANCEL' : 'FAILURE'} OF ${id}`;
  return post(step, { ...plain(type, amount, currency, step.now), description, source: id });
}

const CATEGORIES = {
  payout: 'payout',
  payout_cancel: 'payout_reversal',
  payout_failure: 'payout_reversal',
  payout_minimum_balance_hold: 'payout_minimum_balance_hold',
  payout_minimum_balance_release: 'payout_minimum_balance_release',
} as const;

/** A movement without a fee or a conversion. */
function plain(
  type: keyof typeof CATEGORIES,
  amount: number,
  currency: string,
  availableOn: number,
): BalanceTransactionFields {
  return {
    amount,
    availableOn,
    currency,
    description: null,
    exchangeRate: null,
    feeDetails: [],
    reportingCategory: CATEGORIES[type],
    source: null,
    type,
  };
}
