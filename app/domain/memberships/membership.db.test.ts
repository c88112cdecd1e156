import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe, putFailingCard } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { payments } from '../../db/schema/ledger.ts';
import { mails } from '../../db/schema/mail.ts';
import { membershipChanges } from '../../db/schema/memberships.ts';
import { reconcile } from '../../jobs/reconcile.server.ts';
import { addDays } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import { decideEntitlement } from '../entitlements/decide-entitlement.server.ts';
import { checkLedger, ledgerAgrees } from '../ledger/check-ledger.server.ts';
import { confirmMembership } from './confirm-membership.server.ts';
import { continueMembership } from './ending/continue-membership.server.ts';
import { endMembership } from './ending/end-membership.server.ts';
import { readMembershipById } from './read-membership.server.ts';
import { readMembershipOrder } from './read-order.server.ts';
import { saveTiers } from './save-tiers.server.ts';
import { startMembership } from './start-membership.server.ts';

let product: TestProduct;
let now = new Date();

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
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
  // Longer than the days of grace, so that these end first.
  product.stripe.engine.settings.retryDays = [3, 5, 7, 7];
  await saveTiers(product.services, [tier('friend', 1, 200), tier('patron', 2, 1000)]);
});
afterAll(async () => {
  expect(product.stripe.unknownRequests).toEqual([]);
  await product.close();
});

async function join(
  email: string,
  card?: string,
  parts: Partial<Parameters<typeof startMembership>[1]> = {},
) {
  const started = await startMembership(product.services, {
    ...giftInput({ amount: money(1000, 'EUR') }),
    interval: 'month',
    tierSlug: null,
    ...parts,
  });
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(product.stripe, started.value.checkoutUrl, { email, ...(card ? { card } : {}) });
  await product.settle();
  return started.value.membershipId;
}

async function passDays(days: number): Promise<void> {
  now = addDays(now, days);
  product.stripe.engine.advanceTo(Math.max(now.getTime() / 1_000, product.stripe.engine.now()));
  await product.settle();
}

async function supporterOf(membershipId: string): Promise<string> {
  return (await readMembershipOrder(product.services, membershipId))?.supporterId ?? '';
}

const membershipOf = async (id: string) =>
  (await readMembershipById(product.services, id))?.membership;
const chargesOf = (id: string) =>
  product.services.db.select().from(payments).where(eq(payments.sourceId, id));
const changesOf = async (id: string) => {
  const rows = await product.services.db
    .select()
    .from(membershipChanges)
    .where(eq(membershipChanges.membershipId, id))
    .orderBy(membershipChanges.id);
  return rows.map((row) => [row.kind, row.fromMonthlyMinor, row.toMonthlyMinor]);
};
const mailsTo = async (recipient: string) => {
  const rows = await product.services.db.select().from(mails).where(eq(mails.recipient, recipient));
  return rows.map((row) => row.template).sort();
};

describe('a membership', () => {
  it('starts, opens the extras and says when it charges next', async () => {
    const id = await join('starts@example.org');
    await Promise.all(Array.from({ length: 6 }, () => confirmMembership(product.services, id)));
    expect(await membershipOf(id)).toMatchObject({
      status: 'active',
      tierSlug: 'patron',
      interval: 'month',
      nextCharge: { amount: money(1000, 'EUR') },
    });
    expect(await chargesOf(id)).toHaveLength(1);
    expect(await changesOf(id)).toEqual([['started', 0, 1000]]);
    expect(await mailsTo('starts@example.org')).toEqual(['membership-welcome', 'receipt']);
    const entitlement = await decideEntitlement(product.services, {
      supporterId: await supporterOf(id),
      role: null,
    });
    expect(entitlement).toMatchObject({ isOpen: true, because: 'membership', isPatron: true });
  });

  it('renews each month and sends a receipt each time', async () => {
    const id = await join('renews@example.org');
    await passDays(32);
    await passDays(31);
    expect(await chargesOf(id)).toHaveLength(3);
    expect(await mailsTo('renews@example.org')).toEqual([
      'membership-welcome',
      'receipt',
      'receipt',
      'receipt',
    ]);
    expect(await membershipOf(id)).toMatchObject({ status: 'active' });
  });

  it('stays open while a payment fails, closes after the grace days, and ends when Stripe gives up', async () => {
    const id = await join('fails@example.org');
    const viewer = { supporterId: await supporterOf(id), role: null };
    putFailingCard(product.stripe, 'fails@example.org');
    await passDays(32);
    expect(await membershipOf(id)).toMatchObject({ status: 'past_due' });
    expect(await chargesOf(id)).toHaveLength(1);
    expect(await decideEntitlement(product.services, viewer)).toMatchObject({
      isOpen: true,
      because: 'grace',
    });
    await passDays(15);
    expect(await membershipOf(id)).toMatchObject({ status: 'past_due' });
    expect(await decideEntitlement(product.services, viewer)).toMatchObject({
      isOpen: false,
      because: 'payment_failed',
      isPatron: true,
    });
    await passDays(20);
    expect(await membershipOf(id)).toMatchObject({ status: 'canceled' });
    expect((await changesOf(id)).map(([kind]) => kind)).toEqual([
      'started',
      'payment_failed',
      'ended',
    ]);
  });

  it('is cancelled for the end of the period, continued, and cancelled again', async () => {
    const id = await join('cancels@example.org');
    const supporterId = await supporterOf(id);
    const whose = { supporterId };
    const scheduled = await endMembership(product.services, { whose, reason: 'too_expensive' });
    const endsAt = (await membershipOf(id))?.currentPeriodEnd;
    expect(scheduled).toEqual({ ok: true, value: { endsAt, hasEnded: false } });
    expect(await membershipOf(id)).toMatchObject({
      status: 'active',
      cancelAt: endsAt,
      nextCharge: null,
    });
    expect(await endMembership(product.services, { whose, reason: null })).toEqual({
      ok: false,
      reason: 'already_scheduled',
    });
    expect(await decideEntitlement(product.services, { supporterId, role: null })).toMatchObject({
      isOpen: true,
      because: 'cancelled_not_ended',
    });
    expect((await continueMembership(product.services, { whose })).ok).toBe(true);
    expect(await continueMembership(product.services, { whose })).toEqual({
      ok: false,
      reason: 'not_scheduled',
    });
    await product.settle();
    expect(await membershipOf(id)).toMatchObject({ status: 'active', cancelAt: null });
    now = addDays(now, 1);
    expect((await endMembership(product.services, { whose, reason: null })).ok).toBe(true);
    await passDays(35);
    expect(await membershipOf(id)).toMatchObject({ status: 'canceled', nextCharge: null });
    expect(await decideEntitlement(product.services, { supporterId, role: null })).toMatchObject({
      isOpen: false,
      because: 'membership_ended',
    });
    expect((await changesOf(id)).map(([kind]) => kind)).toEqual([
      'started',
      'cancel_scheduled',
      'cancel_undone',
      'cancel_scheduled',
      'ended',
    ]);
    expect(await endMembership(product.services, { whose, reason: null })).toEqual({
      ok: false,
      reason: 'no_membership',
    });
  });

  it('is not started twice: the second is ended and paid back', async () => {
    const first = await join('twice@example.org');
    const second = await join('twice@example.org');
    expect(await membershipOf(first)).toMatchObject({ status: 'active' });
    expect(await membershipOf(second)).toMatchObject({ status: 'canceled' });
    expect(await readMembershipOrder(product.services, second)).toMatchObject({
      wasDuplicate: true,
    });
    const sum = (await chargesOf(second)).reduce((total, row) => total + row.amountMinor, 0);
    expect(sum).toBe(0);
    expect(await mailsTo('twice@example.org')).toContain('duplicate-membership-returned');
    const supporter = { id: await supporterOf(first), email: 'twice@example.org' };
    expect(
      await startMembership(product.services, {
        ...giftInput({ amount: money(1000, 'EUR'), supporter }),
        interval: 'month',
        tierSlug: null,
      }),
    ).toEqual({ ok: false, reason: 'already_patron' });
  });

  it('is ended as the second one when the bank has taken its payment back already', async () => {
    const first = await join('disputed@example.org');
    const second = await join('disputed@example.org', '4000000000000259');
    expect(await membershipOf(first)).toMatchObject({ status: 'active' });
    expect(await membershipOf(second)).toMatchObject({ status: 'canceled' });
    expect(await readMembershipOrder(product.services, second)).toMatchObject({
      wasDuplicate: true,
    });
  });

  it('is kept as the one that was paid first, whichever page was opened first', async () => {
    const begun = [];
    for (const amount of [1000, 1100]) {
      const started = await startMembership(product.services, {
        ...giftInput({ amount: money(amount, 'EUR') }),
        interval: 'month',
        tierSlug: null,
      });
      if (!started.ok) throw new Error(started.reason);
      begun.push(started.value);
    }
    const [opened, later] = begun;
    const payer = { email: 'backwards@example.org' };
    payOnStripe(product.stripe, later?.checkoutUrl ?? '', payer);
    product.stripe.engine.advanceTo(product.stripe.engine.now() + 1);
    payOnStripe(product.stripe, opened?.checkoutUrl ?? '', payer);
    await product.settle();
    expect(await membershipOf(later?.membershipId ?? '')).toMatchObject({ status: 'active' });
    expect(await readMembershipOrder(product.services, opened?.membershipId ?? '')).toMatchObject({
      wasDuplicate: true,
    });
  });

  it('asks for at least the minimum of the tier', async () => {
    const start = (amountMinor: number, tierSlug: string | null) =>
      startMembership(product.services, {
        ...giftInput({ amount: money(amountMinor, 'EUR') }),
        interval: 'month',
        tierSlug,
      });
    expect(await start(999, 'patron')).toEqual({ ok: false, reason: 'below_tier_minimum' });
    expect(await start(999, 'nobody')).toEqual({ ok: false, reason: 'tier_unknown' });
    expect(await start(199, null)).toEqual({ ok: false, reason: 'amount_too_low' });
    expect((await start(999, null)).ok).toBe(true);
  });

  it('leaves the books equal to Stripe’s, once what it no longer has events of is caught up', async () => {
    await reconcile(product.services, 'whole');
    expect(ledgerAgrees(await checkLedger(product.services))).toBe(true);
  });
});
