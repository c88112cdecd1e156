import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { payments } from '../../db/schema/ledger.ts';
import { membershipChanges, memberships } from '../../db/schema/memberships.ts';
import { offers } from '../../db/schema/offers.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import { createStripePayments } from '../../gateways/stripe/payments.server.ts';
import { addDays } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import { newId } from '../../platform/ids.ts';
import { readMembershipById } from '../memberships/read-membership.server.ts';
import { saveTiers } from '../memberships/save-tiers.server.ts';
import { startMembership } from '../memberships/start-membership.server.ts';
import { readRecurringDrift } from '../reports/read-recurring.server.ts';
import { type CreateOfferInput, createOffer } from './create-offer.server.ts';
import { endOffer } from './end-offer.server.ts';
import { findAutomaticOffer, findOfferByCode, openOffer } from './find-opening-offer.server.ts';
import { listOffers } from './list-offers.server.ts';
import type { ListedOffer } from './offer.ts';
import { finishOffers } from './prepare-offer.server.ts';

let product: TestProduct;
const actorId = newId();
const begins = new Date('2026-03-10T09:00:00Z');
const now = () => product.services.clock.now();

beforeAll(async () => {
  product = await createTestProduct({ startsAt: begins });
  const tier = (slug: string, rank: number, minimumMinor: number) => ({
    slug,
    rank,
    name: { en: slug, uk: slug },
    description: { en: '', uk: '' },
    perks: ['extras' as const],
    minimums: [
      { currency: 'EUR' as const, interval: 'month' as const, minimumMinor },
      { currency: 'EUR' as const, interval: 'year' as const, minimumMinor: minimumMinor * 10 },
    ],
  });
  await saveTiers(product.services, [tier('friend', 1, 200), tier('patron', 2, 1000)]);
});
afterAll(() => product.close());

async function make(parts: Partial<CreateOfferInput> = {}): Promise<string> {
  const made = await createOffer(product.services, {
    actorId,
    kind: 'promotion_code',
    name: 'An offer',
    code: `CODE-${newId().slice(-12).toUpperCase()}`,
    gift: { kind: 'percent', percent: 50, duration: 'once', months: null },
    tierSlugs: [],
    intervals: [],
    isForNewPatrons: false,
    startsAt: begins,
    endsAt: null,
    maxRedemptions: null,
    ...parts,
  });
  if (!made.ok) throw new Error(made.reason);
  expect(made.value.isReady).toBe(true);
  return made.value.offerId;
}

async function offerOf(id: string): Promise<ListedOffer> {
  const found = (await listOffers(product.services, 100)).find((offer) => offer.id === id);
  if (!found) throw new Error('No such offer');
  return found;
}

const amount = money(1000, 'EUR');

async function start(offerId: string, interval: 'month' | 'year' = 'month') {
  const offer = await offerOf(offerId);
  const opened = await openOffer(product.services, offer, {
    tierSlug: 'patron',
    interval,
    amount,
  });
  if (!opened.ok) return opened;
  return startMembership(product.services, {
    ...giftInput({ amount }),
    interval,
    tierSlug: 'patron',
    offer: opened.value,
  });
}

async function join(offerId: string, email: string): Promise<string> {
  const started = await start(offerId);
  if (!started.ok) throw new Error(started.reason);
  if (!('value' in started) || !('checkoutUrl' in started.value)) throw new Error('Not started');
  payOnStripe(product.stripe, started.value.checkoutUrl, { email });
  await product.settle();
  return started.value.membershipId;
}

async function passDays(days: number): Promise<void> {
  const until = addDays(now(), days).getTime() / 1_000;
  product.stripe.engine.advanceTo(until);
  await product.settle();
}

const membershipOf = async (id: string) =>
  (await readMembershipById(product.services, id))?.membership;
const rowOf = async (id: string) => {
  const rows = await product.services.db.select().from(memberships).where(eq(memberships.id, id));
  if (!rows[0]) throw new Error('No such membership');
  return rows[0];
};
const chargesOf = async (id: string) => {
  const rows = await product.services.db
    .select()
    .from(payments)
    .where(eq(payments.sourceId, id))
    .orderBy(payments.occurredAt);
  return rows.map((row) => row.amountMinor);
};
const movesOf = async (id: string) => {
  const rows = await product.services.db
    .select()
    .from(membershipChanges)
    .where(eq(membershipChanges.membershipId, id))
    .orderBy(membershipChanges.at, membershipChanges.id);
  return rows.map((row) => [row.kind, row.fromMonthlyMinor, row.toMonthlyMinor]);
};
const driftOf = async () => {
  const rows = await readRecurringDrift(product.services);
  return rows.filter((row) => row.byChanges !== row.byMemberships);
};

describe('joining under an offer', () => {
  it('a code takes half off the first month, then the whole amount is charged', async () => {
    const id = await join(await make(), 'half@example.org');
    expect(await chargesOf(id)).toEqual([500]);
    expect(await membershipOf(id)).toMatchObject({
      status: 'active',
      amount,
      nextCharge: { amount },
    });
    expect(await movesOf(id)).toEqual([['started', 0, 1000]]);
    await passDays(32);
    expect(await chargesOf(id)).toEqual([500, 1000]);
    expect(await driftOf()).toEqual([]);
  });

  it('for three months: the account says what is charged next, and revenue counts what is charged', async () => {
    const gift = { kind: 'percent', percent: 33, duration: 'repeating', months: 3 } as const;
    const id = await join(await make({ gift }), 'third@example.org');
    expect(await membershipOf(id)).toMatchObject({ nextCharge: { amount: money(670, 'EUR') } });
    await passDays(32);
    await passDays(31);
    expect(await chargesOf(id)).toEqual([670, 670, 670]);
    // The last of the three is paid: the next is whole, while this month still counts as lowered.
    expect(await membershipOf(id)).toMatchObject({ nextCharge: { amount } });
    expect(await movesOf(id)).toEqual([['started', 0, 670]]);
    expect(await driftOf()).toEqual([]);
    await passDays(31);
    expect(await chargesOf(id)).toEqual([670, 670, 670, 1000]);
    expect(await movesOf(id)).toEqual([
      ['started', 0, 670],
      ['amount_changed', 670, 1000],
    ]);
    expect(await driftOf()).toEqual([]);
  });

  it('a fixed sum for good, in the currencies that it names alone', async () => {
    const gift = {
      kind: 'amounts',
      amounts: { EUR: 300, USD: 350 },
      duration: 'forever',
      months: null,
    } as const;
    const offerId = await make({ gift });
    const id = await join(offerId, 'sum@example.org');
    await passDays(32);
    expect(await chargesOf(id)).toEqual([700, 700]);
    expect(await membershipOf(id)).toMatchObject({ nextCharge: { amount: money(700, 'EUR') } });
    const inPounds = { tierSlug: 'patron', interval: 'month', amount: money(1000, 'GBP') } as const;
    expect(await openOffer(product.services, await offerOf(offerId), inPounds)).toEqual({
      ok: false,
      reason: 'offer_not_for_currency',
    });
  });

  it('everything off the first month starts without a payment', async () => {
    const gift = { kind: 'percent', percent: 100, duration: 'once', months: null } as const;
    const id = await join(await make({ gift }), 'free@example.org');
    expect(await membershipOf(id)).toMatchObject({ status: 'active' });
    expect(await chargesOf(id)).toEqual([]);
    await passDays(32);
    expect(await chargesOf(id)).toEqual([1000]);
  });

  it('a trial opens the membership, earns nothing, and is charged when it ends', async () => {
    const offerId = await make({ kind: 'trial', code: null, gift: { kind: 'trial', days: 14 } });
    expect(await findAutomaticOffer(product.services, null)).toMatchObject({ id: offerId });
    const id = await join(offerId, 'trial@example.org');
    expect(await membershipOf(id)).toMatchObject({ status: 'trialing', nextCharge: { amount } });
    expect(await movesOf(id)).toEqual([['started', 0, 0]]);
    await passDays(15);
    expect(await membershipOf(id)).toMatchObject({ status: 'active' });
    expect(await chargesOf(id)).toEqual([1000]);
    expect(await movesOf(id)).toEqual([
      ['started', 0, 0],
      ['amount_changed', 0, 1000],
    ]);
    await endOffer(product.services, { offerId, actorId });
    expect(await findAutomaticOffer(product.services, null)).toBeNull();
  });
});

describe('the rules of an offer', () => {
  it('one that is left goes to one of those who ask at once', async () => {
    const offerId = await make({ maxRedemptions: 1 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => start(offerId)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok).map((answer) => answer.reason)).toEqual(
      Array(4).fill('offer_used_up'),
    );
    // Whoever had it did not pay: when their page has closed it is free again.
    await passDays(1);
    expect(await start(offerId)).toMatchObject({ ok: true });
  });

  it('says of a code what is wrong with it', async () => {
    const find = (code: string, supporterId: string | null = null) =>
      findOfferByCode(product.services, { code, supporterId });
    expect(await find('NO-SUCH-CODE')).toMatchObject({ reason: 'offer_unknown' });
    await make({ code: 'LATER', startsAt: addDays(now(), 2) });
    expect(await find('later')).toMatchObject({ reason: 'offer_unknown' });
    await make({ code: 'EARLIER', endsAt: addDays(now(), -1) });
    expect(await find('earlier')).toMatchObject({ reason: 'offer_over' });
    const usedUp = await make({ code: 'ONCE', maxRedemptions: 1 });
    const id = await join(usedUp, 'only@example.org');
    expect(await find(' once ')).toMatchObject({ reason: 'offer_used_up' });
    await make({ code: 'NEWCOMERS', isForNewPatrons: true });
    const { supporterId } = await rowOf(id);
    expect(await find('newcomers', supporterId)).toMatchObject({ reason: 'offer_only_new' });
    expect(await find('newcomers', newId())).toMatchObject({ ok: true });
    expect(await createOffer(product.services, { ...(await input('NEWCOMERS')) })).toEqual({
      ok: false,
      reason: 'code_taken',
    });
  });

  async function input(code: string): Promise<CreateOfferInput> {
    const offer = await offerOf(await make());
    return { ...offer, code, actorId };
  }

  it('a crash before the provider has answered is made good by asking again', async () => {
    const offerId = await make({ code: 'CRASHED' });
    // As if the process had ended after the row: what is at the provider is found, not made twice.
    await product.services.db.update(offers).set({ executors: null }).where(eq(offers.id, offerId));
    expect(await offerOf(offerId)).toMatchObject({ isReady: false });
    await finishOffers(product.services);
    expect(await offerOf(offerId)).toMatchObject({ isReady: true });
    expect(await join(offerId, 'after-crash@example.org')).toBeTruthy();
  });

  it('stands when the provider does not answer, and is finished later', async () => {
    const deaf = {
      ...product.services,
      payments: createStripePayments({
        secretKey: 'sk_test_product',
        environment: 'test',
        apiBase: 'http://127.0.0.1:1',
        webhookSecret: 'whsec_test_product',
        log: product.services.log,
      } as Parameters<typeof createStripePayments>[0]),
    };
    const made = await createOffer(deaf, await input('DEAF'));
    expect(made).toMatchObject({ ok: true, value: { isReady: false } });
    await finishOffers(product.services);
    const offer = (await listOffers(product.services, 100)).find((one) => one.code === 'DEAF');
    expect(offer).toMatchObject({ isReady: true });
  });

  it('ending one closes its code at Stripe, is written down, and takes nothing from those who have it', async () => {
    const gift = { kind: 'percent', percent: 50, duration: 'forever', months: null } as const;
    const offerId = await make({ code: 'ENDS', gift });
    const id = await join(offerId, 'keeps@example.org');
    expect(await endOffer(product.services, { offerId, actorId })).toMatchObject({ ok: true });
    expect(await endOffer(product.services, { offerId, actorId })).toMatchObject({ ok: false });
    const codes = product.stripe.engine.store.order('promotion_code');
    const closed = product.stripe.engine.transact((step) =>
      codes.map((code) => step.get('promotion_code', code)).find((code) => code.code === 'ENDS'),
    );
    expect(closed).toMatchObject({ active: false });
    await passDays(32);
    expect(await chargesOf(id)).toEqual([500, 500]);
    const actions = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, offerId));
    expect(actions.map((entry) => entry.action).sort()).toEqual(['offer.created', 'offer.ended']);
    // The code is free for another one.
    expect(await make({ code: 'ENDS' })).toBeTruthy();
  });
});
