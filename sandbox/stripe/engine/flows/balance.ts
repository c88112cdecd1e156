import { DAY, midnightAfter } from '../calendar.ts';
import {
  exchangeRate,
  fixedFee,
  paymentFees,
  settle,
  settlementCurrencyOf,
} from '../money/settlement.ts';
import type {
  BalanceTransaction,
  BalanceTransactionFields,
  FeeDetail,
} from '../objects/balance.ts';
import { countsFrom, newBalanceTransaction, unpaidId } from '../objects/balance.ts';
import type { Charge } from '../objects/charge.ts';
import type { Step } from '../step.ts';

/**
 * Adds a transaction to the balance and plans the automatic payout that will take it: at the first
 * midnight (UTC) on which it is available.
 */
export function post(step: Step, fields: BalanceTransactionFields): BalanceTransaction {
  const entry = step.add(newBalanceTransaction(step.newId('txn'), step.now, fields));
  step.add({
    id: unpaidId(entry.id),
    object: 'sandbox.unpaid',
    created: step.now,
    currency: entry.currency,
    transaction: entry.id,
  });
  if (step.settings.payouts.schedule === 'daily') {
    planPayout(step, entry.currency, Math.max(countsFrom(entry), midnightAfter(step.now, 0)));
  }
  return entry;
}

/** One run for each currency and day, whatever made it necessary. */
function planPayout(step: Step, currency: string, from: number): void {
  const at = Math.ceil(from / DAY) * DAY;
  const id = `task_payout_${currency}_${at}`;
  if (step.find('sandbox.follow_up', id)) return;
  step.add({
    id,
    object: 'sandbox.follow_up',
    created: step.now,
    at,
    kind: 'pay_out',
    target: currency,
    outcome: '',
  });
}

/**
 * Posts a successful charge to the balance: gross, Stripe's fees, net, in the settlement currency.
 * Does nothing when it has been posted already.
 */
export function postCharge(step: Step, chargeId: string): void {
  const charge = step.get('charge', chargeId);
  if (charge.balance_transaction !== null || charge.status !== 'succeeded') return;
  const rules = step.settings.money;
  const amount = settle(charge.amount, charge.currency, rules);
  const details = charge.payment_method_details;
  const method = details.type;
  const country = details.card?.country ?? details.sepa_debit?.country ?? null;
  const currency = settlementCurrencyOf(charge.currency, rules);
  const fees = paymentFees(amount, { currency: charge.currency, method, country }, rules);
  const posted = post(step, {
    amount,
    availableOn: midnightAfter(step.now, step.settings.payouts.delayDays),
    currency,
    description: charge.description,
    exchangeRate: exchangeRate(charge.currency, rules),
    feeDetails: fees.map((fee) => feeDetail(fee.amount, fee.description, currency)),
    reportingCategory: 'charge',
    source: charge.id,
    type: method === 'card' ? 'charge' : 'payment',
  });
  step.edit('charge', chargeId).balance_transaction = posted.id;
}

/**
 * Posts a refund: the sum leaves at today's rate, the fee is not returned
 * (https://docs.stripe.com/refunds#tracing-refunds). Parts are rounded so that they add up to what
 * the whole would have been.
 */
export function postRefund(
  step: Step,
  refund: { id: string; amount: number },
  charge: Charge,
  refundedBefore: number,
): BalanceTransaction {
  const rules = step.settings.money;
  const upTo = (minor: number) => settle(minor, charge.currency, rules);
  return post(step, {
    amount: -(upTo(refundedBefore + refund.amount) - upTo(refundedBefore)),
    availableOn: step.now,
    currency: settlementCurrencyOf(charge.currency, rules),
    description: `REFUND FOR CHARGE${charge.description === null ? '' : ` (${charge.description})`}`,
    exchangeRate: exchangeRate(charge.currency, rules),
    feeDetails: [],
    reportingCategory: 'refund',
    source: refund.id,
    type: charge.payment_method_details.type === 'card' ? 'refund' : 'payment_refund',
  });
}

/** Gives back exactly what a refund took that has failed or been cancelled. */
export function postRefundFailure(
  step: Step,
  refund: { id: string; balance_transaction: string | null },
): BalanceTransaction {
  const taken = step.get('balance_transaction', refund.balance_transaction ?? '');
  return post(step, {
    amount: -taken.amount,
    availableOn: step.now,
    currency: taken.currency,
    description: 'REFUND FAILURE',
    exchangeRate: taken.exchange_rate,
    feeDetails: [],
    reportingCategory: 'refund_failure',
    source: refund.id,
    type: 'refund_failure',
  });
}

/**
 * Takes a disputed sum and the dispute fee, or gives the sum back when the dispute is won. The fee
 * for receiving a dispute is charged whatever its outcome
 * (https://support.stripe.com/questions/june-2025-pricing-updates-for-disputes), unless the
 * settings return it, as older terms did.
 */
export function postDispute(
  step: Step,
  dispute: { id: string; amount: number; currency: string },
  charge: Charge,
  direction: 'reinstated' | 'withdrawn',
): BalanceTransaction {
  const rules = step.settings.money;
  const settled = settle(dispute.amount, dispute.currency, rules);
  const currency = settlementCurrencyOf(dispute.currency, rules);
  const fee = fixedFee(rules.fees.dispute, dispute.currency, rules);
  const isWithdrawn = direction === 'withdrawn';
  const hasFee = fee > 0 && (isWithdrawn || rules.fees.disputeReturnedWhenWon);
  return post(step, {
    amount: isWithdrawn ? -settled : settled,
    availableOn: step.now,
    currency,
    description: `Chargeback ${isWithdrawn ? 'withdrawal' : 'reversal'} for ${charge.id}`,
    exchangeRate: exchangeRate(dispute.currency, rules),
    feeDetails: hasFee ? [feeDetail(isWithdrawn ? fee : -fee, 'Dispute fee', currency)] : [],
    reportingCategory: isWithdrawn ? 'dispute' : 'dispute_reversal',
    source: dispute.id,
    type: 'adjustment',
  });
}

function feeDetail(amount: number, description: string, currency: string): FeeDetail {
  return { amount, application: null, currency, description, type: 'stripe_fee' };
}
