import { describe, expect, it } from 'vitest';
import { DAY, differences, donate, eventTypes, testEngine } from '../testing/engine.ts';
import type { Engine } from './engine.ts';
import { escalateInquiry, openDispute } from './flows/disputes.ts';
import type { Charge } from './objects/charge.ts';
import type { Dispute } from './objects/dispute.ts';

type List<T> = { data: T[] };

const chargeOf = (engine: Engine) => engine.request<List<Charge>>('GET', '/v1/charges').data[0];
const disputeOf = (engine: Engine) => engine.request<List<Dispute>>('GET', '/v1/disputes').data[0];
const disputeEvents = (engine: Engine) =>
  eventTypes(engine).filter((type) => type.includes('dispute'));
const moved = (engine: Engine) =>
  disputeOf(engine)?.balance_transactions.reduce((sum, { net }) => sum + net, 0);

function disputed(stage: 'chargeback' | 'inquiry', settings = {}): Engine {
  const engine = testEngine({ settings });
  donate(engine, 1000);
  engine.transact((step) => openDispute(step, chargeOf(engine)?.id ?? '', 'general', stage));
  return engine;
}

const answer = (engine: Engine, text: string) =>
  engine.request<Dispute>('POST', `/v1/disputes/${disputeOf(engine)?.id}`, {
    evidence: { uncategorized_text: text },
  });

// https://docs.stripe.com/disputes/how-disputes-work
describe('an inquiry', () => {
  it('moves no money, and is closed after 120 days', () => {
    const engine = disputed('inquiry');
    expect(disputeEvents(engine)).toEqual(['charge.dispute.created']);
    expect(disputeOf(engine)).toMatchObject({
      status: 'warning_needs_response',
      is_charge_refundable: true,
      balance_transactions: [],
      payment_method_details: { card: { case_type: 'inquiry' } },
    });
    engine.advanceTo(engine.now() + 119 * DAY);
    expect(disputeOf(engine)?.status).toBe('warning_needs_response');
    engine.advanceTo(engine.now() + DAY);
    expect(disputeOf(engine)?.status).toBe('warning_closed');
    expect(disputeEvents(engine)).toEqual(['charge.dispute.closed']);
    expect(differences(engine)).toEqual([]);
  });

  it('can become a dispute, which takes the money and may be answered anew', () => {
    const engine = disputed('inquiry');
    expect(answer(engine, 'a receipt').status).toBe('warning_under_review');
    engine.transact((step) => escalateInquiry(step, disputeOf(engine)?.id ?? ''));
    expect(disputeOf(engine)).toMatchObject({
      status: 'needs_response',
      is_charge_refundable: false,
    });
    expect(moved(engine)).toBe(-1000 - 1500);
    answer(engine, 'winning_evidence');
    engine.advanceTo(engine.now() + 5);
    expect(disputeOf(engine)).toMatchObject({
      status: 'won',
      evidence_details: { submission_count: 2 },
    });
    expect(() =>
      engine.transact((step) => escalateInquiry(step, disputeOf(engine)?.id ?? '')),
    ).toThrow(/not an open inquiry/);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/testing#evidence
  it.each([
    ['winning_evidence', 'warning_closed', 0],
    ['escalate_inquiry_evidence', 'needs_response', -2500],
  ])('answered with %s is %s', (text, status, net) => {
    const engine = disputed('inquiry');
    answer(engine, text);
    engine.advanceTo(engine.now() + 5);
    expect([disputeOf(engine)?.status, moved(engine)]).toEqual([status, net]);
  });

  it('is settled by refunding the whole charge', () => {
    const engine = disputed('inquiry');
    const refund = (amount: number) =>
      engine.request('POST', '/v1/refunds', { charge: chargeOf(engine)?.id, amount });
    refund(400);
    expect(disputeOf(engine)?.status).toBe('warning_needs_response');
    refund(600);
    expect(disputeOf(engine)?.status).toBe('warning_closed');
    expect(moved(engine)).toBe(0);
  });
});

describe('a dispute', () => {
  it('keeps evidence that is not submitted, and is final once it is', () => {
    const engine = disputed('chargeback');
    const path = `/v1/disputes/${disputeOf(engine)?.id}`;
    const draft = { evidence: { customer_name: 'Olena' }, submit: false };
    expect(engine.request('POST', path, draft)).toMatchObject({
      status: 'needs_response',
      evidence: { customer_name: 'Olena' },
      evidence_details: { has_evidence: true, submission_count: 0 },
    });
    expect(answer(engine, 'a receipt').status).toBe('under_review');
    expect(() => answer(engine, 'more')).toThrow(/no longer be responded to/);
    expect(disputeEvents(engine)).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.updated',
      'charge.dispute.updated',
    ]);
    // It is in the bank's hands now: time alone decides nothing.
    engine.advanceTo(engine.now() + 60 * DAY);
    expect(disputeOf(engine)?.status).toBe('under_review');
  });

  // https://docs.stripe.com/api/disputes/close
  it('can be accepted, once', () => {
    const engine = disputed('chargeback');
    const close = () =>
      engine.request<Dispute>('POST', `/v1/disputes/${disputeOf(engine)?.id}/close`);
    expect(close().status).toBe('lost');
    expect(close).toThrow(/already closed/);
    expect(() => engine.request('POST', '/v1/refunds', { charge: chargeOf(engine)?.id })).toThrow(
      /charged back/,
    );
  });

  // https://support.stripe.com/questions/june-2025-pricing-updates-for-disputes
  it.each([
    [false, -1500],
    [true, 0],
  ])('that is won returns its fee: %s', (isReturned, net) => {
    const { money } = testEngine().settings;
    const fees = { ...money.fees, disputeReturnedWhenWon: isReturned };
    const engine = disputed('chargeback', { money: { fees } });
    engine.closeDispute(disputeOf(engine)?.id ?? '', 'won');
    expect(moved(engine)).toBe(net);
    expect(disputeEvents(engine).slice(-2)).toEqual([
      'charge.dispute.closed',
      'charge.dispute.funds_reinstated',
    ]);
    expect(differences(engine)).toEqual([]);
  });

  // https://docs.stripe.com/testing#disputes
  it.each([
    ['4000000000000259', 'needs_response', 'fraudulent', -2500],
    ['4000000000002685', 'needs_response', 'product_not_received', -2500],
    ['4000000000001976', 'warning_needs_response', 'fraudulent', 0],
  ])('follows a charge to card %s: %s, %s', (card, status, reason, net) => {
    const engine = testEngine();
    donate(engine, 1000, 'eur', card);
    engine.advanceTo(engine.now() + 5);
    expect(disputeOf(engine)).toMatchObject({ status, reason });
    expect(moved(engine)).toBe(net);
  });
});
