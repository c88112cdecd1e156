import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payOnStripe, giftInput } from '../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../sandbox/testing/product.ts';
import { donations } from '../db/schema/donations.ts';
import { ledgerEntries, payments } from '../db/schema/ledger.ts';
import { mails } from '../db/schema/mail.ts';
import { stripeEvents } from '../db/schema/webhooks.ts';
import { confirmDonation } from '../domain/donations/confirm-donation.server.ts';
import { readDonationOrder } from '../domain/donations/read-order.server.ts';
import { startDonation } from '../domain/donations/start-donation.server.ts';
import { decideEntitlement } from '../domain/entitlements/decide-entitlement.server.ts';
import { listSupporterPayments } from '../domain/ledger/list-payments.server.ts';
import { checkLedger, ledgerAgrees } from '../domain/ledger/check-ledger.server.ts';
import { money } from '../kernel/money.ts';
import { processEvent } from './process-event.server.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(async () => {
  expect(product.stripe.unknownRequests).toEqual([]);
  await product.close();
});

async function donate(email: string, parts: Parameters<typeof giftInput>[0] = {}) {
  const started = await startDonation(product.services, giftInput(parts));
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(product.stripe, started.value.checkoutUrl, { email });
  return started.value.donationId;
}

const paymentsOf = (sourceId: string) =>
  product.services.db
    .select()
    .from(payments)
    .where(eq(payments.sourceId, sourceId))
    .orderBy(payments.occurredAt);

async function mailsTo(recipient: string): Promise<string[]> {
  const rows = await product.services.db.select().from(mails).where(eq(mails.recipient, recipient));
  return rows.map((row) => row.template).sort();
}

async function refundOf(chargeId: string, amount?: number): Promise<void> {
  product.stripe.engine.request('POST', '/v1/refunds', {
    charge: chargeId,
    ...(amount ? { amount: String(amount) } : {}),
  });
  await product.settle();
}

async function expectBooksToAgree(): Promise<void> {
  const check = await checkLedger(product.services);
  expect(check.missing).toEqual([]);
  expect(check.differing).toEqual([]);
  expect(ledgerAgrees(check)).toBe(true);
  const sums = await product.services.db
    .select({
      currency: ledgerEntries.currency,
      sum: sql<string>`sum(${ledgerEntries.amountMinor})`,
    })
    .from(ledgerEntries)
    .groupBy(ledgerEntries.currency);
  for (const { sum } of sums) expect(Number(sum)).toBe(0);
}

describe('a donation', () => {
  it('is paid, booked, receipted and opens the extras, by the webhook alone', async () => {
    const id = await donate('alone@example.org');
    await product.settle();
    const order = await readDonationOrder(product.services, id);
    expect(order).toMatchObject({ status: 'paid', email: 'alone@example.org' });
    expect(order?.supporterCreatedByThisOrder).toBe(true);
    const [payment] = await paymentsOf(id);
    expect(payment).toMatchObject({
      kind: 'charge',
      amountMinor: 2500,
      currency: 'EUR',
      settlementCurrency: 'EUR',
    });
    expect(payment?.feeMinor).toBeGreaterThan(0);
    expect(await mailsTo('alone@example.org')).toEqual(['receipt']);
    const entitlement = await decideEntitlement(product.services, {
      supporterId: order?.supporterId ?? null,
      role: null,
    });
    expect(entitlement).toMatchObject({ isOpen: true, because: 'donor_pass' });
    await expectBooksToAgree();
  });

  it('is known by what Stripe tells, when the process that opened its Checkout was killed before noting it', async () => {
    const open = async () => {
      const started = await startDonation(product.services, giftInput());
      if (!started.ok) throw new Error(started.reason);
      await product.services.db
        .update(donations)
        .set({ checkoutId: null, checkoutUrl: null })
        .where(eq(donations.id, started.value.donationId));
      return started.value;
    };
    const paid = await open();
    payOnStripe(product.stripe, paid.checkoutUrl, { email: 'unnoted@example.org' });
    const left = await open();
    const session = /cs_test_\w+/.exec(left.checkoutUrl)?.[0] ?? '';
    product.stripe.engine.request('POST', `/v1/checkout/sessions/${session}/expire`, {});
    await product.settle();
    const statusOf = async (id: string) => (await readDonationOrder(product.services, id))?.status;
    expect(await statusOf(paid.donationId)).toBe('paid');
    expect(await statusOf(left.donationId)).toBe('expired');
    expect(await paymentsOf(paid.donationId)).toHaveLength(1);
  });

  it('has its effect once when the thank-you page and the webhooks all come at the same time', async () => {
    const id = await donate('many@example.org');
    await Promise.all(Array.from({ length: 8 }, () => confirmDonation(product.services, id)));
    await product.settle();
    await Promise.all(Array.from({ length: 4 }, () => confirmDonation(product.services, id)));
    expect(await paymentsOf(id)).toHaveLength(1);
    expect(await mailsTo('many@example.org')).toEqual(['receipt']);
    await expectBooksToAgree();
  });

  it('is settled in the newsroom currency by Stripe, never by us', async () => {
    const id = await donate('hryvnia@example.org', { amount: money(50_000, 'UAH') });
    await product.settle();
    const [payment] = await paymentsOf(id);
    expect(payment).toMatchObject({
      amountMinor: 50_000,
      currency: 'UAH',
      settlementCurrency: 'EUR',
    });
    expect(Number(payment?.exchangeRate)).toBeGreaterThan(0);
    await expectBooksToAgree();
  });

  it('covers the fee when asked to', async () => {
    const id = await donate('cover@example.org', { amount: money(1000, 'EUR'), coversFee: true });
    await product.settle();
    const [payment] = await paymentsOf(id);
    expect(payment?.amountMinor).toBe(1041);
    expect(await readDonationOrder(product.services, id)).toMatchObject({
      amount: money(1041, 'EUR'),
      feeCover: money(41, 'EUR'),
    });
  });

  it('is one row and one page however often the same attempt is clicked', async () => {
    const input = giftInput({ attemptKey: 'attempt-1' });
    const clicks = await Promise.all([
      startDonation(product.services, input),
      startDonation(product.services, input),
      startDonation(product.services, input),
    ]);
    const urls = new Set(
      clicks.map((click) => (click.ok ? click.value.checkoutUrl : click.reason)),
    );
    expect(urls.size).toBe(1);
    const changed = await startDonation(
      product.services,
      giftInput({ attemptKey: 'attempt-1', amount: money(5000, 'EUR') }),
    );
    expect(changed.ok && urls.has(changed.value.checkoutUrl)).toBe(false);
    payOnStripe(product.stripe, [...urls][0] ?? '', { email: 'clicks@example.org' });
    await product.settle();
    expect(await startDonation(product.services, input)).toEqual({
      ok: false,
      reason: 'order_already_paid',
      orderId: clicks[0].ok ? clicks[0].value.donationId : null,
    });
  });

  it('that goes back in part, then whole, closes what it opened', async () => {
    const id = await donate('back@example.org');
    await product.settle();
    const order = await readDonationOrder(product.services, id);
    const viewer = { supporterId: order?.supporterId ?? null, role: null };
    const [charge] = await paymentsOf(id);
    await refundOf(charge?.stripeObjectId ?? '', 500);
    expect(await decideEntitlement(product.services, viewer)).toMatchObject({ isOpen: true });
    const seen = await listSupporterPayments(product.services, viewer.supporterId ?? '');
    expect(seen.map((row) => [row.kind, row.amount.amountMinor, row.returned.amountMinor])).toEqual(
      [
        ['refund', -500, 0],
        ['charge', 2500, 500],
      ],
    );
    await refundOf(charge?.stripeObjectId ?? '');
    expect(await decideEntitlement(product.services, viewer)).toMatchObject({
      isOpen: false,
      because: 'revoked',
    });
    expect((await paymentsOf(id)).map((row) => [row.kind, row.amountMinor])).toEqual(
      expect.arrayContaining([
        ['charge', 2500],
        ['refund', -500],
        ['refund', -2000],
      ]),
    );
    await expectBooksToAgree();
  });

  it('that is disputed is booked with the fee of the dispute', async () => {
    const started = await startDonation(product.services, giftInput());
    if (!started.ok) throw new Error(started.reason);
    payOnStripe(product.stripe, started.value.checkoutUrl, {
      email: 'dispute@example.org',
      card: '4000000000000259',
    });
    await product.settle();
    const rows = await paymentsOf(started.value.donationId);
    expect(rows.map((row) => row.kind).sort()).toEqual(['charge', 'dispute']);
    await expectBooksToAgree();
  });

  it('with somebody else’s address is theirs to see, but signs nobody in and tells the owner', async () => {
    await donate('owner-of-address@example.org');
    await product.settle();
    const id = await donate('owner-of-address@example.org', { browserHash: 'another-browser' });
    await product.settle();
    const order = await readDonationOrder(product.services, id);
    expect(order?.supporterCreatedByThisOrder).toBe(false);
    expect(await mailsTo('owner-of-address@example.org')).toEqual([
      'receipt',
      'receipt',
      'sign-in-suggestion',
    ]);
  });

  it('whose Checkout has expired says so, and a reload changes nothing', async () => {
    const started = await startDonation(product.services, giftInput());
    if (!started.ok) throw new Error(started.reason);
    const id = /cs_test_\w+/.exec(started.value.checkoutUrl)?.[0] ?? '';
    product.stripe.engine.request('POST', `/v1/checkout/sessions/${id}/expire`);
    await product.settle();
    await confirmDonation(product.services, started.value.donationId);
    expect(await readDonationOrder(product.services, started.value.donationId)).toMatchObject({
      status: 'expired',
      checkoutUrl: null,
    });
  });

  it('is refused outside the bounds before anything is written', async () => {
    expect(await startDonation(product.services, giftInput({ amount: money(99, 'EUR') }))).toEqual({
      ok: false,
      reason: 'amount_too_low',
    });
    expect(
      await startDonation(product.services, giftInput({ amount: money(200_001, 'EUR') })),
    ).toEqual({
      ok: false,
      reason: 'amount_too_high',
    });
  });
});

describe('the inbox', () => {
  it('keeps each event once and acts on it as often as asked without a second effect', async () => {
    const id = await donate('replay@example.org');
    await product.settle();
    const events = await product.services.db.select().from(stripeEvents);
    await product.services.db.update(stripeEvents).set({ processedAt: null });
    for (const event of [...events].reverse()) await processEvent(product.services, event.id);
    expect(await paymentsOf(id)).toHaveLength(1);
    expect(await mailsTo('replay@example.org')).toEqual(['receipt']);
    await expectBooksToAgree();
  });

  it('counts what belongs to others on the account and leaves it alone', async () => {
    const before = await product.services.db.select().from(payments);
    const customer = product.stripe.engine.request<{ id: string }>('POST', '/v1/customers', {});
    const session = product.stripe.engine.request<{ url: string }>(
      'POST',
      '/v1/checkout/sessions',
      {
        mode: 'payment',
        customer: customer.id,
        success_url: 'http://shop.example/',
        line_items: [
          {
            quantity: '1',
            price_data: { currency: 'eur', unit_amount: '900', product_data: { name: 'A mug' } },
          },
        ],
      },
    );
    payOnStripe(product.stripe, session.url, { email: 'mug@example.org' });
    await product.settle();
    expect(await product.services.db.select().from(payments)).toHaveLength(before.length);
    const foreign = await product.services.db
      .select()
      .from(stripeEvents)
      .where(eq(stripeEvents.outcome, 'foreign'));
    expect(foreign.map((event) => event.type)).toContain('checkout.session.completed');
    expect(await mailsTo('mug@example.org')).toEqual([]);
  });
});
