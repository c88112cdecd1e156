import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { gifts } from '../../db/schema/gifts.ts';
import { mails } from '../../db/schema/mail.ts';
import { payments } from '../../db/schema/ledger.ts';
import { createStripeClient } from '../../gateways/stripe/client.server.ts';
import { actOnTheDay } from '../../jobs/act-on-the-day.server.ts';
import { reconcile } from '../../jobs/reconcile.server.ts';
import { addDays } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import { decideEntitlement } from '../entitlements/decide-entitlement.server.ts';
import { checkLedger, ledgerAgrees } from '../ledger/check-ledger.server.ts';
import { readMembership } from '../memberships/read-membership.server.ts';
import { saveTiers } from '../memberships/save-tiers.server.ts';
import { startMembership } from '../memberships/start-membership.server.ts';
import { noAttribution } from '../ports/attribution.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { changeDelivery } from './change-delivery.server.ts';
import { claimGift } from './claim-gift.server.ts';
import { confirmGift } from './confirm-gift.server.ts';
import { giftCode } from './gift-code.ts';
import { listBoughtGifts, readGift } from './read-gift.server.ts';
import {
  type StartGiftMembershipInput,
  startGiftMembership,
} from './start-gift-membership.server.ts';

let product: TestProduct;
const startsAt = new Date('2027-02-01T10:00:00Z');

beforeAll(async () => {
  product = await createTestProduct({ startsAt });
  await saveTiers(product.services, [
    {
      ...{ slug: 'friend', rank: 1, name: { en: 'Friend', uk: 'Друг' }, perks: ['extras'] },
      description: { en: '', uk: '' },
      minimums: [
        { currency: 'EUR', interval: 'month', minimumMinor: 500 },
        { currency: 'EUR', interval: 'year', minimumMinor: 5_000 },
      ],
    },
  ]);
});
afterAll(() => product.close());

function input(parts: Partial<StartGiftMembershipInput> = {}): StartGiftMembershipInput {
  return {
    ...{ tierSlug: 'friend', months: 3, currency: 'EUR', fromName: 'Ivan', toName: 'Olha' },
    ...{ message: 'Happy birthday', delivery: 'card', recipientEmail: null, deliverAt: null },
    ...{ locale: 'en', supporter: null, browserHash: 'a-browser', attemptKey: null },
    ...{ attribution: noAttribution, appUrl: 'http://app.test', newsroomName: 'The Test' },
    secret: product.services.env.appSecret,
    ...parts,
  };
}

async function buy(email: string, parts: Partial<StartGiftMembershipInput> = {}) {
  const started = await startGiftMembership(product.services, input(parts));
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(product.stripe, started.value.checkoutUrl, { email });
  await product.settle();
  const { giftId } = started.value;
  return { giftId, code: giftCode(product.services.env.appSecret, giftId) };
}

async function person(email: string): Promise<string> {
  const { supporterId } = await findOrCreateSupporter(product.services, {
    ...{ email, name: null, locale: 'en', country: null, stripeCustomerId: null },
  });
  return supporterId;
}

async function mailsTo(recipient: string): Promise<string[]> {
  const rows = await product.services.db.select().from(mails).where(eq(mails.recipient, recipient));
  return rows.map(({ template }) => template).sort();
}

async function passDays(days: number): Promise<void> {
  product.stripe.engine.advanceTo(product.stripe.engine.now() + days * 86_400);
  await product.settle();
  await actOnTheDay(product.services);
  await product.settle();
}

async function refund(giftId: string): Promise<void> {
  const stripe = createStripeClient({
    secretKey: product.services.env.stripeSecretKey,
    apiBase: product.stripe.url,
  });
  const rows = await product.services.db
    .select()
    .from(payments)
    .where(eq(payments.sourceId, giftId));
  await stripe.refunds.create({ charge: rows[0]?.stripeChargeId ?? '' });
  await product.settle();
}

const access = (supporterId: string) =>
  decideEntitlement(product.services, { supporterId, role: null });

describe('a gift membership', () => {
  it('is paid once, booked, receipted, and opens nothing to its giver', async () => {
    const { giftId } = await buy('giver1@example.org');
    expect(await readGift(product.services, giftId)).toMatchObject({
      ...{ standing: 'delivered', amount: money(1_500, 'EUR'), months: 3, toName: 'Olha' },
    });
    expect(await mailsTo('giver1@example.org')).toEqual(['receipt']);
    const giver = await person('giver1@example.org');
    expect(await access(giver)).toMatchObject({ isOpen: false });
    expect(await listBoughtGifts(product.services, giver)).toHaveLength(1);
    expect(ledgerAgrees(await checkLedger(product.services))).toBe(true);
    expect(await confirmGift(product.services, giftId)).toBe(true);
    expect(await mailsTo('giver1@example.org')).toEqual(['receipt']);
  });

  it('is claimed by one person only, however many try at once, and lasts its months', async () => {
    const { code } = await buy('giver2@example.org');
    const [one, other] = [await person('claims2@example.org'), await person('late2@example.org')];
    const answers = await Promise.all(
      [one, one, other].map((supporterId) => claimGift(product.services, { code, supporterId })),
    );
    expect(
      new Set(answers.filter(({ ok }) => ok).map((answer) => JSON.stringify(answer))),
    ).toHaveProperty('size', 1);
    const winner = (await access(one)).isOpen ? one : other;
    const loser = winner === one ? other : one;
    expect(await access(winner)).toMatchObject({ isOpen: true, because: 'gift' });
    expect(await access(loser)).toMatchObject({ isOpen: false });
    expect(await claimGift(product.services, { code, supporterId: loser })).toEqual({
      ok: false,
      reason: 'already_claimed',
    });
    expect(await mailsTo('giver2@example.org')).toEqual(['gift-claimed', 'receipt']);
    await passDays(80);
    const name = winner === one ? 'claims2@example.org' : 'late2@example.org';
    expect(await mailsTo(name)).toEqual(['gift-ending']);
    await passDays(12);
    expect(await access(winner)).toMatchObject({ isOpen: false });
  });

  it('goes out by mail on its day, once, and after a correction to the new address', async () => {
    const { services } = product;
    const { giftId } = await buy('giver3@example.org', {
      ...{ delivery: 'mail', recipientEmail: 'wrong3@example.org' },
      deliverAt: addDays(services.clock.now(), 5),
    });
    expect(await readGift(services, giftId)).toMatchObject({ standing: 'waiting' });
    await passDays(4);
    expect(await mailsTo('wrong3@example.org')).toEqual([]);
    await passDays(2);
    await passDays(1);
    expect(await mailsTo('wrong3@example.org')).toEqual(['gift-delivery']);
    const again = { giftId, delivery: 'mail' as const, deliverAt: null };
    expect(
      await changeDelivery(services, {
        ...{ ...again, supporterId: await person('stranger3@example.org') },
        recipientEmail: 'stranger3@example.org',
      }),
    ).toEqual({ ok: false, reason: 'not_yours' });
    const supporterId = await person('giver3@example.org');
    const changed = { ...again, supporterId, recipientEmail: 'right3@example.org' };
    expect(await changeDelivery(services, changed)).toEqual({
      ok: true,
      value: { isSentNow: true },
    });
    await changeDelivery(services, changed);
    expect(await mailsTo('right3@example.org')).toEqual(['gift-delivery']);
  });

  it('goes out with its payment when no day was chosen', async () => {
    await buy('giver8@example.org', { delivery: 'mail', recipientEmail: 'today8@example.org' });
    expect(await mailsTo('today8@example.org')).toEqual(['gift-delivery']);
  });

  it('that is paid back is not delivered, can’t be claimed, and closes what it opened', async () => {
    const { services } = product;
    const waiting = await buy('giver4@example.org', {
      ...{ delivery: 'mail', recipientEmail: 'never4@example.org' },
      deliverAt: addDays(services.clock.now(), 5),
    });
    const claimed = await buy('giver4@example.org');
    const recipient = await person('claims4@example.org');
    await claimGift(services, { code: claimed.code, supporterId: recipient });
    expect(await access(recipient)).toMatchObject({ isOpen: true, because: 'gift' });
    await refund(waiting.giftId);
    await refund(claimed.giftId);
    await passDays(6);
    expect(await mailsTo('never4@example.org')).toEqual([]);
    expect(await claimGift(services, { code: waiting.code, supporterId: recipient })).toEqual({
      ok: false,
      reason: 'returned',
    });
    expect(await access(recipient)).toMatchObject({ isOpen: false });
  });

  it('moves a patron’s next charge, once, and back when it is paid back', async () => {
    const { services, stripe } = product;
    const joined = await startMembership(services, {
      ...giftInput({ amount: money(500, 'EUR') }),
      ...{ interval: 'month', tierSlug: null },
    });
    if (!joined.ok) throw new Error(joined.reason);
    payOnStripe(stripe, joined.value.checkoutUrl, { email: 'patron5@example.org' });
    await product.settle();
    const supporterId = await person('patron5@example.org');
    const chargeDay = async () =>
      (await readMembership(services, supporterId))?.nextCharge?.at.toISOString().slice(0, 10);
    const before = await chargeDay();
    const { giftId, code } = await buy('giver5@example.org');
    const claimed = await claimGift(services, { code, supporterId });
    expect(claimed).toMatchObject({ ok: true, value: { extendsMembership: true } });
    await claimGift(services, { code, supporterId });
    await product.settle();
    const after = await chargeDay();
    expect(after).not.toBe(before);
    expect(claimed.ok && claimed.value.endsAt.toISOString().slice(0, 10)).toBe(after);
    expect(await access(supporterId)).toMatchObject({ isOpen: true, because: 'membership' });
    await refund(giftId);
    expect(await chargeDay()).toBe(before);
  });

  it('lapses a year after it was paid, and its giver hears of it before', async () => {
    const { code } = await buy('giver6@example.org');
    await passDays(340);
    expect(await mailsTo('giver6@example.org')).toEqual(['gift-unclaimed', 'receipt']);
    await passDays(26);
    const supporterId = await person('late6@example.org');
    expect(await claimGift(product.services, { code, supporterId })).toEqual({
      ok: false,
      reason: 'lapsed',
    });
  });

  it('is caught up when its events are lost', async () => {
    const { services, stripe } = product;
    const started = await startGiftMembership(services, input());
    if (!started.ok) throw new Error(started.reason);
    const { giftId } = started.value;
    await services.db.update(gifts).set({ checkoutId: null }).where(eq(gifts.id, giftId));
    payOnStripe(stripe, started.value.checkoutUrl, { email: 'giver7@example.org' });
    await reconcile(services, 'whole');
    await product.settle();
    expect(await readGift(services, giftId)).toMatchObject({ standing: 'delivered' });
    expect(ledgerAgrees(await checkLedger(services))).toBe(true);
  });

  it('is one order when its form is posted twice', async () => {
    const { services } = product;
    const attemptKey = 'b7a4a8d0-1111-4222-8333-444455556666';
    const posted = await Promise.all(
      [1, 2].map(() => startGiftMembership(services, input({ attemptKey }))),
    );
    const ids = posted.map((started) => (started.ok ? started.value.giftId : started.reason));
    expect(ids[0]).toBe(ids[1]);
    const other = await startGiftMembership(services, input({ attemptKey, toName: 'Petro' }));
    expect(other.ok && other.value.giftId).not.toBe(ids[0]);
  });
});
