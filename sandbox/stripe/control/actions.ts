import { invalidRequest } from '../engine/errors.ts';
import { closeDispute, escalateInquiry, openDispute } from '../engine/flows/disputes.ts';
import { failPayout } from '../engine/flows/payouts.ts';
import { cancelRefund, failRefund, settleRefund } from '../engine/flows/refunds.ts';
import type { PayoutFailure } from '../engine/objects/payout.ts';
import { PAYOUT_FAILURES } from '../engine/objects/payout.ts';
import { REFUND_FAILURES } from '../engine/objects/refund.ts';
import { integer, oneOf, requiredText, text } from '../engine/params.ts';
import type { Params } from '../engine/params.ts';
import { rollSecret } from '../engine/resources/webhook-endpoints.ts';
import type { Controls } from './controls.ts';
import { readApiTroubles, readDeliveryTroubles } from './troubles.ts';

type Action = (controls: Controls, params: Params) => object;

function choice<T extends string>(params: Params, name: string, allowed: readonly T[]): T {
  requiredText(params, name);
  const value = oneOf(params, name, allowed);
  if (value === undefined) throw invalidRequest(`Missing ${name}`, name);
  return value;
}

const PAYOUT_FAILURE_CODES = Object.keys(PAYOUT_FAILURES).filter(
  (code): code is PayoutFailure => code in PAYOUT_FAILURES,
);

/** Time, money that is on its way, and what banks do. */
const MONEY: Record<string, Action> = {
  advance: (controls, params) => ({ now: controls.advance(integer(params, 'seconds') ?? 0) }),
  'settle-payment': (controls, params) => {
    const outcome = choice(params, 'outcome', ['succeeds', 'fails', 'disputed'] as const);
    controls.settlePayment(requiredText(params, 'payment_intent'), outcome);
    return {};
  },
  'open-dispute': (controls, params) => {
    const charge = requiredText(params, 'charge');
    const stage = oneOf(params, 'stage', ['chargeback', 'inquiry'] as const) ?? 'chargeback';
    const reason = text(params, 'reason') ?? 'fraudulent';
    const dispute = controls.act((step) => openDispute(step, charge, reason, stage));
    if (!dispute) throw invalidRequest('Nothing is left of this charge to dispute.', 'charge');
    return { dispute: dispute.id };
  },
  'escalate-inquiry': (controls, params) => {
    controls.act((step) => escalateInquiry(step, requiredText(params, 'dispute')));
    return {};
  },
  'close-dispute': (controls, params) => {
    const result = choice(params, 'result', ['won', 'lost'] as const);
    controls.act((step) => closeDispute(step, requiredText(params, 'dispute'), result));
    return {};
  },
  'settle-refund': (controls, params) => {
    controls.act((step) => settleRefund(step, requiredText(params, 'refund'), 'succeeds_later'));
    return {};
  },
  'fail-refund': (controls, params) => {
    const reason = oneOf(params, 'reason', REFUND_FAILURES);
    controls.act((step) => failRefund(step, requiredText(params, 'refund'), reason));
    return {};
  },
  'cancel-refund': (controls, params) => {
    controls.act((step) => cancelRefund(step, requiredText(params, 'refund')));
    return {};
  },
  'pay-out': (controls) => ({ payouts: controls.payOut() }),
  'fail-payout': (controls, params) => {
    const code = oneOf(params, 'code', PAYOUT_FAILURE_CODES) ?? 'account_closed';
    controls.act((step) => failPayout(step, requiredText(params, 'payout'), code));
    return {};
  },
  'replace-card': (controls, params) => ({
    payment_method: controls.replaceCard(
      requiredText(params, 'customer'),
      requiredText(params, 'number'),
    ),
  }),
};

const DAY_HOURS = 24;

/** Webhooks on their way, and the API itself. */
const TROUBLES: Record<string, Action> = {
  redeliver: (controls, params) => ({
    deliveries: controls.redeliver(requiredText(params, 'event')),
  }),
  'retry-deliveries': (controls) => {
    controls.retryDeliveries();
    return {};
  },
  'pause-delivery': (controls) => {
    controls.faults.pause();
    return controls.faults.state();
  },
  'resume-delivery': (controls) => {
    controls.faults.resume();
    return controls.faults.state();
  },
  'drop-next': (controls, params) => {
    controls.faults.drop(integer(params, 'count') ?? 1);
    return controls.faults.state();
  },
  'duplicate-next': (controls, params) => {
    controls.faults.duplicate(integer(params, 'count') ?? 1);
    return controls.faults.state();
  },
  'misversion-next': (controls, params) => {
    const version = text(params, 'version') ?? '2020-08-27';
    controls.faults.misversion(integer(params, 'count') ?? 1, version);
    return controls.faults.state();
  },
  'delivery-troubles': (controls, params) => {
    controls.faults.trouble(readDeliveryTroubles(params, controls.faults.state()));
    const seed = integer(params, 'seed');
    if (seed !== undefined) controls.faults.chance.reseed(seed);
    return controls.faults.state();
  },
  'api-troubles': (controls, params) => {
    controls.apiFaults.trouble(readApiTroubles(params));
    const seed = integer(params, 'seed');
    if (seed !== undefined) controls.apiFaults.chance.reseed(seed);
    return controls.apiFaults.state();
  },
  'no-troubles': (controls) => {
    controls.faults.clear();
    controls.apiFaults.clear();
    return {};
  },
  'roll-secret': (controls, params) => {
    const hours = integer(params, 'hours') ?? DAY_HOURS;
    if (hours < 0 || hours > DAY_HOURS)
      throw invalidRequest('The old secret may live for 0 to 24 hours more.', 'hours');
    const endpoint = requiredText(params, 'endpoint');
    return { secret: controls.act((step) => rollSecret(step, endpoint, hours * 3600)) };
  },
  reset: (controls) => {
    controls.reset();
    return {};
  },
};

/** `POST /_sandbox/<name>` with a form or JSON; a new control is added here. */
export const ACTIONS: Readonly<Record<string, Action>> = { ...MONEY, ...TROUBLES };
