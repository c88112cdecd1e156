import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../sandbox/testing/product.ts';
import { closeDispute, openDispute } from '../../sandbox/stripe/engine/flows/disputes.ts';
import { failPayout } from '../../sandbox/stripe/engine/flows/payouts.ts';
import { donations } from '../db/schema/donations.ts';
import { payments, payouts } from '../db/schema/ledger.ts';
import { mails } from '../db/schema/mail.ts';
import { memberships } from '../db/schema/memberships.ts';
import { startDonation } from '../domain/donations/start-donation.server.ts';
import { readDonationOrder } from '../domain/donations/read-order.server.ts';
import { checkLedger, ledgerAgrees } from '../domain/ledger/check-ledger.server.ts';
import { recordBalance } from '../domain/ledger/record-balance.server.ts';
import { confirmMembership } from '../domain/memberships/confirm-membership.server.ts';
import { saveTiers } from '../domain/memberships/save-tiers.server.ts';
import { startMembership } from '../domain/memberships/start-membership.server.ts';
import type { DifferenceState } from '../domain/reconciliation/difference.ts';
import { explainDifference } from '../domain/reconciliation/explain-difference.server.ts';
import { listDifferences } from '../domain/reconciliation/list-differences.server.ts';
import { countOpenDifferences } from '../domain/reconciliation/record-comparison.server.ts';
import { listRuns } from '../domain/reconciliation/run.server.ts';
import { findOrCreateSupporter } from '../domain/supporters/find-or-create-supporter.server.ts';
import { givingCurrencies } from '../kernel/currencies.ts';
import { money } from '../kernel/money.ts';
import { reconcile } from './reconcile.server.ts';

/** A Stripe that delivers no event at all: whatever we know, reconciliation has found. */
let product: TestProduct;
beforeEach(async () => {
  product = await createTestProduct({
    startsAt: new Date('2026-06-01T09:00:00Z'),
    deliversEvents: false,
  });
});
afterEach(() => product.close());

function pass(seconds: number): void {
  product.stripe.engine.advanceTo(product.stripe.engine.now() + seconds);
}
const hour = 3_600;
const day = 24 * hour;

async function donate(email: string): Promise<string> {
  const started = await startDonation(product.services, giftInput());
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(product.stripe, started.value.checkoutUrl, { email });
  return started.value.donationId;
}

async function join(email: string): Promise<string> {
  const { services } = product;
  const minimum = (interval: 'month' | 'year') =>
    givingCurrencies.map((currency) => ({ currency, interval, minimumMinor: 500 }));
  await saveTiers(services, [
    {
      slug: 'friend',
      rank: 1,
      name: { en: 'Friend', uk: 'Друг' },
      description: { en: '', uk: '' },
      perks: ['extras'],
      minimums: [...minimum('month'), ...minimum('year')],
    },
  ]);
  const started = await startMembership(services, {
    ...giftInput({ amount: money(1000, 'EUR') }),
    interval: 'month',
    tierSlug: null,
  });
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(product.stripe, started.value.checkoutUrl, { email });
  return started.value.membershipId;
}

async function returnedOf(donationId: string): Promise<number | undefined> {
  const rows = await product.services.db
    .select({ minor: donations.returnedMinor })
    .from(donations)
    .where(eq(donations.id, donationId));
  return rows[0]?.minor;
}

/** What is kept of one state, as "kind cause". */
async function differences(state: DifferenceState): Promise<string[]> {
  const rows = await listDifferences(product.services, { state, limit: 100 });
  return [...new Set(rows.map((row) => `${row.kind} ${row.cause}`))].sort();
}

async function run(scope: 'hourly' | 'nightly' | 'whole') {
  const reports = await reconcile(product.services, scope);
  await product.settle();
  return reports;
}

async function expectAgreement(): Promise<void> {
  expect(await countOpenDifferences(product.services)).toBe(0);
  expect(ledgerAgrees(await checkLedger(product.services))).toBe(true);
}

describe('the hourly comparison', () => {
  it('fetches events that never arrived, once', async () => {
    await run('hourly');
    const id = await donate('missed@example.org');
    pass(hour);
    await run('hourly');
    expect(await readDonationOrder(product.services, id)).toMatchObject({ status: 'paid' });
    expect(await differences('repaired')).toContain('event not_delivered');
    const before = await listDifferences(product.services, { state: 'repaired', limit: 100 });
    pass(60);
    await run('hourly');
    const after = await listDifferences(product.services, { state: 'repaired', limit: 100 });
    expect(after.map((row) => row.objectId)).toEqual(before.map((row) => row.objectId));
    expect(await product.services.db.select().from(payments)).toHaveLength(1);
  });

  it('leaves what is just being delivered to the webhook', async () => {
    await run('hourly');
    await donate('on-its-way@example.org');
    pass(60);
    await run('hourly');
    expect(await differences('repaired')).toEqual([]);
  });

  it('closes orders whose Checkout is over', async () => {
    const started = await startDonation(product.services, giftInput());
    if (!started.ok) throw new Error(started.reason);
    pass(4 * hour);
    await run('hourly');
    expect(await readDonationOrder(product.services, started.value.donationId)).toMatchObject({
      status: 'expired',
    });
    expect(await differences('repaired')).toEqual(['order behind']);
  });
});

describe('the nightly comparison', () => {
  it('brings a membership up to date that has changed unheard', async () => {
    const id = await join('patron@example.org');
    pass(hour);
    await run('nightly');
    const read = async () =>
      (await product.services.db.select().from(memberships).where(eq(memberships.id, id)))[0];
    const membership = await read();
    expect(membership?.status).toBe('active');
    product.stripe.engine.request(
      'DELETE',
      `/v1/subscriptions/${membership?.stripeSubscriptionId}`,
    );
    pass(3 * day);
    await run('nightly');
    expect(await read()).toMatchObject({ status: 'canceled' });
    expect(await differences('repaired')).toContain('membership behind');
    await expectAgreement();
  });

  it('books payouts, matches each with what it is made of, and takes back one that fails', async () => {
    await donate('payout@example.org');
    pass(6 * day);
    await run('nightly');
    const { db } = product.services;
    const [paid] = await db.select().from(payouts);
    expect(paid).toMatchObject({ status: 'paid', contentCount: 1 });
    expect(paid?.matchedAt).not.toBeNull();
    expect(paid?.contentMinor).toBe(paid?.amountMinor);
    expect(await differences('repaired')).toContain('balance_transaction not_booked');
    await expectAgreement();
    const bank = async () => {
      const { rows } = await product.services.database.pool.query<{ sum: string }>(
        "select coalesce(sum(amount_minor), 0) as sum from ledger_entries where account = 'bank'",
      );
      return Number(rows[0]?.sum);
    };
    expect(await bank()).toBe(paid?.amountMinor);
    product.stripe.engine.transact((step) =>
      failPayout(step, paid?.stripePayoutId ?? '', 'account_closed'),
    );
    pass(hour);
    await run('nightly');
    expect(await bank()).toBe(0);
    expect((await db.select().from(payouts))[0]).toMatchObject({
      status: 'failed',
      failureCode: 'account_closed',
    });
    await expectAgreement();
  });
});

describe('the comparison of everything', () => {
  it('books what others on the account move, so that the sums are Stripe’s own', async () => {
    const { engine } = product.stripe;
    const customer = engine.request<{ id: string }>('POST', '/v1/customers', {});
    const session = engine.request<{ url: string }>('POST', '/v1/checkout/sessions', {
      mode: 'payment',
      customer: customer.id,
      success_url: 'http://shop.example/',
      line_items: [
        {
          quantity: '1',
          price_data: { currency: 'eur', unit_amount: '900', product_data: { name: 'A mug' } },
        },
      ],
    });
    payOnStripe(product.stripe, session.url, { email: 'mug@example.org' });
    pass(hour);
    await run('whole');
    expect(await product.services.db.select().from(payments)).toEqual([]);
    expect(await differences('repaired')).toEqual(['event not_delivered']);
    await expectAgreement();
  });

  it('shows what it can’t repair until somebody explains it, and opens it when it changes', async () => {
    const { services } = product;
    await services.db.transaction((db) =>
      recordBalance({ ...services, db }, [
        {
          balanceTransactionId: 'txn_made_up',
          type: 'stripe_fee',
          gross: money(-100, 'EUR'),
          fee: money(0, 'EUR'),
          net: money(-100, 'EUR'),
          createdAt: services.clock.now(),
          chargeId: null,
        },
      ]),
    );
    await run('whole');
    const open = await listDifferences(services, { state: 'open', limit: 10 });
    expect(open.map((row) => [row.kind, row.objectId, row.expected, row.found])).toEqual(
      expect.arrayContaining([
        ['balance_transaction', 'txn_made_up', '', '-1.00 EUR'],
        ['total', 'EUR', '0.00 EUR', '-1.00 EUR'],
      ]),
    );
    const { supporterId: actorId } = await findOrCreateSupporter(services, {
      ...{ email: 'owner@example.org', name: null, locale: 'en', country: null },
      stripeCustomerId: null,
    });
    for (const { id } of open) {
      const explanation = 'Booked by hand while testing';
      expect(
        await explainDifference(services, { differenceId: id, explanation, actorId }),
      ).toMatchObject({ ok: true });
      expect(
        await explainDifference(services, { differenceId: id, explanation, actorId }),
      ).toMatchObject({ ok: false, reason: 'not_open' });
    }
    await run('whole');
    expect(await countOpenDifferences(services)).toBe(0);
    await donate('changes-the-sum@example.org');
    pass(hour);
    await run('whole');
    expect(await differences('open')).toEqual(['total figures_differ']);
  });

  it('repairs everything it finds and then finds nothing', async () => {
    await donate('one@example.org');
    await join('two@example.org');
    pass(40 * day);
    await run('whole');
    await run('whole');
    const runs = await listRuns(product.services, 1);
    expect(runs[0]).toMatchObject({ differing: 0, repaired: 0, failure: null });
    expect(runs[0]?.compared).toBeGreaterThan(5);
    await expectAgreement();
  });
});

it('runs once at a time', async () => {
  const both = await Promise.all([
    reconcile(product.services, 'nightly'),
    reconcile(product.services, 'nightly'),
  ]);
  expect(both.filter((reports) => reports === null)).toHaveLength(1);
  expect(await reconcile(product.services, 'nightly')).not.toBeNull();
});

describe('what no comparison of figures could see', () => {
  it('a dispute that was lost moves no money, and is found all the same', async () => {
    const id = await donate('lost@example.org');
    pass(hour);
    const { engine } = product.stripe;
    const charge = engine.store.order('charge')[0] ?? '';
    const opened = engine.transact((step) => openDispute(step, charge, 'fraudulent'));
    await run('whole');
    expect(await returnedOf(id)).toBe(0);
    engine.transact((step) => closeDispute(step, opened?.id ?? '', 'lost'));
    await run('whole');
    expect(await returnedOf(id)).toBe(2500);
    expect(await differences('repaired')).toContain('dispute behind');
    await expectAgreement();
  });

  it('a membership that ended unheard does not make the next one a second one', async () => {
    const { services, stripe } = product;
    const first = await join('again@example.org');
    await confirmMembership(services, first);
    for (const id of stripe.engine.store.order('subscription')) {
      stripe.engine.request('DELETE', `/v1/subscriptions/${id}`);
    }
    pass(hour);
    const next = await join('again@example.org');
    await confirmMembership(services, next);
    const rows = await services.db.select().from(memberships);
    expect(rows.map((row) => [row.id, row.status])).toEqual(
      expect.arrayContaining([
        [first, 'canceled'],
        [next, 'active'],
      ]),
    );
    expect(stripe.engine.store.order('refund')).toEqual([]);
    const welcomes = await services.db
      .select()
      .from(mails)
      .where(eq(mails.template, 'membership-welcome'));
    expect(welcomes.map((mail) => mail.subjectId).sort()).toEqual([first, next].sort());
  });
});
