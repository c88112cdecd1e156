import { isInquiry, isOpen } from '../engine/objects/dispute.ts';
import type { Html } from '../hosted/html.ts';
import { html } from '../hosted/html.ts';
import type { Controls } from './controls.ts';
import type { Row } from './parts.ts';
import { amount, lever, moment, newest, rows, section } from './parts.ts';

/** Bank debits that are under way. */
export function pendingSection(controls: Controls): Html {
  const found = newest(
    controls,
    'payment_intent',
    (intent): Row => {
      const sum = amount(intent.amount, intent.currency);
      const settle = (label: string, outcome: string) =>
        lever('settle-payment', label, { payment_intent: intent.id, outcome }, sum);
      return {
        what: `${sum} · bank debit under way`,
        small: `${intent.id} · ${moment(intent.created)}`,
        levers: [
          settle('Succeed', 'succeeds'),
          settle('Fail', 'fails'),
          settle('Succeed, then dispute', 'disputed'),
        ],
      };
    },
    (intent) => intent.status === 'processing',
  );
  return section('pending', 'Payments under way', rows(found, 'None.'));
}

export function chargeSection(controls: Controls): Html {
  const found = newest(controls, 'charge', (charge): Row => {
    const sum = amount(charge.amount, charge.currency);
    const canDispute =
      charge.status === 'succeeded' && !charge.disputed && charge.amount > charge.amount_refunded;
    return {
      what: `${sum} · ${charge.status}${charge.refunded ? ', refunded' : ''}${charge.disputed ? ', disputed' : ''}`,
      small: `${charge.id} · ${charge.billing_details.email ?? 'no email'} · ${moment(charge.created)}`,
      levers: [
        canDispute && lever('open-dispute', 'Dispute', { charge: charge.id }, sum),
        canDispute &&
          lever('open-dispute', 'Inquiry', { charge: charge.id, stage: 'inquiry' }, sum),
      ],
    };
  });
  return section('charges', 'Charges', rows(found, 'None yet.'));
}

export function disputeSection(controls: Controls): Html {
  const found = newest(controls, 'dispute', (dispute): Row => {
    const about = amount(dispute.amount, dispute.currency);
    const close = (label: string, result: string) =>
      lever('close-dispute', label, { dispute: dispute.id, result }, about);
    const due = dispute.evidence_details.due_by;
    const asked = isInquiry(dispute);
    return {
      what: `${about} · ${dispute.status}`,
      small: `${dispute.id} · ${dispute.reason}${due === null ? '' : ` · answer by ${moment(due)}`}`,
      levers: isOpen(dispute)
        ? [
            asked && lever('escalate-inquiry', 'Escalate', { dispute: dispute.id }, about),
            close(asked ? 'Close' : 'Win', 'won'),
            !asked && close('Lose', 'lost'),
          ]
        : [],
    };
  });
  return section('disputes', 'Disputes and inquiries', rows(found, 'None yet.'));
}

export function refundSection(controls: Controls): Html {
  const found = newest(controls, 'refund', (refund): Row => {
    const sum = amount(refund.amount, refund.currency);
    const isUndone = refund.status === 'failed' || refund.status === 'canceled';
    const values = { refund: refund.id };
    return {
      what: `${sum} · ${refund.status}`,
      small: `${refund.id} · of ${refund.charge} · ${moment(refund.created)}`,
      levers: [
        refund.status === 'pending' && lever('settle-refund', 'Succeed', values, sum),
        !isUndone && lever('fail-refund', 'Fail', values, sum),
        !isUndone && lever('cancel-refund', 'Cancel', values, sum),
      ],
    };
  });
  return section('refunds', 'Refunds', rows(found, 'None yet.'));
}

export function payoutSection(controls: Controls): Html {
  const { payouts } = controls.engine.settings;
  const found = newest(controls, 'payout', (payout): Row => {
    const sum = amount(payout.amount, payout.currency);
    const isUndone = payout.status === 'failed' || payout.status === 'canceled';
    return {
      what: `${sum} · ${payout.status}`,
      small: `${payout.id} · ${payout.automatic ? 'automatic' : 'manual'} · arrives ${moment(payout.arrival_date)}`,
      levers: [!isUndone && lever('fail-payout', 'Fail', { payout: payout.id }, sum)],
    };
  });
  return section(
    'payouts',
    'Payouts',
    html`<p class="note">
        ${payouts.schedule === 'daily' ? `Daily; a charge can be paid out after ${payouts.delayDays} days.` : 'Only when asked for.'}
      </p>
      <div class="levers">${lever('pay-out', 'Pay out now')}</div>
      ${rows(found, 'None yet.')}`,
  );
}
