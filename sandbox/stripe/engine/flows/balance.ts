import { midnightAfter } from '../calendar.ts';
import { exchangeRate, paymentFees, settle } from '../money/settlement.ts';
import type { BalanceTransaction, FeeDetail } from '../objects/balance.ts';
import { newBalanceTransaction } from '../objects/balance.ts';
import type { Charge } from '../objects/charge.ts';
import type { Step } from '../step.ts';

const DAYS_UNTIL_AVAILABLE = 3;

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
  const fees = paymentFees(amount, { currency: charge.currency, method, country }, rules);
  const posted = step.add(
    newBalanceTransaction(step.newId('txn'), step.now, {
      amount,
      availableOn: midnightAfter(step.now, DAYS_UNTIL_AVAILABLE),
      currency: rules.settlementCurrency,
      description: charge.description,
      exchangeRate: exchangeRate(charge.currency, rules),
      feeDetails: fees.map((fee) =>
        feeDetail(fee.amount, fee.description, rules.settlementCurrency),
      ),
      reportingCategory: 'charge',
      source: charge.id,
      type: method === 'card' ? 'charge' : 'payment',
    }),
  );
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
  return step.add(
    newBalanceTransaction(step.newId('txn'), step.now, {
      amount: -(upTo(refundedBefore + refund.amount) - upTo(refundedBefore)),
      availableOn: step.now,
      currency: rules.settlementCurrency,
      description: `REFUND FOR CHARGE${charge.description === null ? '' : ` (${charge.description})`}`,
      exchangeRate: exchangeRate(charge.currency, rules),
      feeDetails: [],
      reportingCategory: 'refund',
      source: refund.id,
      type: charge.payment_method_details.type === 'card' ? 'refund' : 'payment_refund',
    }),
  );
}

/** Takes a disputed sum and the dispute fee, or gives both back when the dispute is won. */
export function postDispute(
  step: Step,
  dispute: { id: string; amount: number; currency: string },
  charge: Charge,
  direction: 'reinstated' | 'withdrawn',
): BalanceTransaction {
  const rules = step.settings.money;
  const sign = direction === 'withdrawn' ? 1 : -1;
  const settled = settle(dispute.amount, dispute.currency, rules);
  return step.add(
    newBalanceTransaction(step.newId('txn'), step.now, {
      amount: -sign * settled,
      availableOn: step.now,
      currency: rules.settlementCurrency,
      description: `Chargeback ${direction} for ${charge.id}`,
      exchangeRate: exchangeRate(dispute.currency, rules),
      feeDetails: [feeDetail(sign * rules.fees.dispute, 'Dispute fee', rules.settlementCurrency)],
      reportingCategory: direction === 'withdrawn' ? 'dispute' : 'dispute_reversal',
      source: dispute.id,
      type: 'adjustment',
    }),
  );
}

function feeDetail(amount: number, description: string, currency: string): FeeDetail {
  return { amount, application: null, currency, description, type: 'stripe_fee' };
}
