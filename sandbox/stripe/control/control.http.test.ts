import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Harness } from '../testing/harness.ts';
import { cardFields, donationParams, startHarness } from '../testing/harness.ts';

describe('the controls', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness({ settings: { balanceDelaySeconds: 0 } });
  });
  afterEach(() => harness.close());

  const donate = async (fields = cardFields()) => {
    const { stripe, submit } = harness;
    const session = await stripe.checkout.sessions.create(donationParams());
    expect((await submit(session.url ?? '', fields)).status).toBe(303);
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent'],
    });
    if (typeof paid.payment_intent !== 'object' || !paid.payment_intent) throw new Error('unpaid');
    return paid.payment_intent;
  };
  const chargeId = async () => (await harness.stripe.charges.list()).data[0]?.id ?? '';
  const act = async (name: string, params: Record<string, unknown> = {}) => {
    const answer = await harness.control(name, params);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  it.each([
    ['succeeds', 'succeeded'],
    ['fails', 'requires_payment_method'],
  ])('a bank debit that is under way %s when told', async (outcome, status) => {
    const { stripe } = harness;
    const iban = 'AT611904300234573201';
    const { id } = await donate({
      method: 'sepa_debit',
      email: 'a@example.org',
      iban,
      accountName: 'A',
    });
    expect((await act('settle-payment', { payment_intent: id, outcome })).status).toBe(200);
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe(status);
    // What was to happen by itself no longer does.
    await act('advance', { seconds: 600 });
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe(status);
    expect((await act('settle-payment', { payment_intent: id, outcome })).status).toBe(400);
  });

  it('a charge is inquired about, disputed, and lost', async () => {
    const { stripe } = harness;
    await donate();
    const charge = await chargeId();
    const { body } = await act('open-dispute', { charge, stage: 'inquiry', reason: 'general' });
    const dispute = String(body['dispute']);
    const status = async () => (await stripe.disputes.retrieve(dispute)).status;
    expect(await status()).toBe('warning_needs_response');
    await act('escalate-inquiry', { dispute });
    expect(await status()).toBe('needs_response');
    await act('close-dispute', { dispute, result: 'lost' });
    expect(await status()).toBe('lost');
    expect((await act('open-dispute', { charge })).status).toBe(400);
    expect((await act('close-dispute', { dispute, result: 'maybe' })).status).toBe(400);
  });

  it('a refund fails and a payout bounces', async () => {
    const { stripe, control } = harness;
    await donate();
    const refund = await stripe.refunds.create({ charge: await chargeId(), amount: 300 });
    await act('fail-refund', { refund: refund.id, reason: 'lost_or_stolen_card' });
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: 'failed',
      failure_reason: 'lost_or_stolen_card',
    });
    expect((await act('pay-out')).body).toEqual({ payouts: [] });
    await control('advance', { seconds: 6 * 86_400 });
    const [payout] = (await stripe.payouts.list()).data;
    expect(payout).toMatchObject({ status: 'paid', automatic: true });
    await act('fail-payout', { payout: payout?.id, code: 'no_account' });
    expect((await stripe.payouts.retrieve(payout?.id ?? '')).failure_code).toBe('no_account');
    const { payouts } = (await act('pay-out')).body;
    expect(payouts).toHaveLength(1);
  });

  it('tell what is due next, and what the troubles are', async () => {
    const get = async (path: string) =>
      (await (await fetch(`${harness.sandbox.url}/_sandbox/${path}`)).json()) as Record<
        string,
        unknown
      >;
    await donate();
    expect(await get('due')).toMatchObject({ due: [{ kind: 'pay_out', target: 'eur' }] });
    await act('api-troubles', { slow_ms: 5, rate_limit_percent: 0 });
    await act('delivery-troubles', { delay_max_ms: 3 });
    expect(await get('state')).toMatchObject({
      apiFaults: { slowMs: 5 },
      faults: { delayMaxMs: 3 },
    });
    expect((await act('delivery-troubles', { delay_min_ms: 4 })).status).toBe(400);
    expect((await act('api-troubles', { slow_ms: -1 })).status).toBe(400);
  });

  it('show all of it on a page whose buttons work without script', async () => {
    const { sandbox, stripe } = harness;
    await donate();
    await act('open-dispute', { charge: await chargeId() });
    const url = `${sandbox.url}/_sandbox/`;
    const page = await (await fetch(url)).text();
    for (const words of ['Move the clock on', 'Webhook delivery', '€10.00', 'needs_response']) {
      expect(page).toContain(words);
    }
    expect(page).not.toMatch(/<script|style=/);
    const press = (name: string, fields: Record<string, string>) =>
      fetch(`${url}${name}`, {
        method: 'POST',
        headers: { Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Origin: 'null' },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });
    const [dispute] = (await stripe.disputes.list()).data;
    const pressed = await press('close-dispute', { dispute: dispute?.id ?? '', result: 'won' });
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/_sandbox/']);
    const wrong = await press('close-dispute', { dispute: dispute?.id ?? '', result: 'won' });
    expect([wrong.status, await wrong.text()]).toEqual([
      400,
      expect.stringContaining('already closed'),
    ]);
  });

  // https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another port, which is the same site', { 'Sec-Fetch-Site': 'same-site' }],
    ['another origin', { Origin: 'https://evil.example' }],
    ['a sandboxed frame', { Origin: 'null' }],
  ])('refuse a request from %s', async (_, headers: Record<string, string>) => {
    const answer = await fetch(`${harness.sandbox.url}/_sandbox/reset`, {
      method: 'POST',
      headers,
    });
    expect(answer.status).toBe(403);
  });
});
