import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { putFailingCard } from '../../../../sandbox/testing/gifts.ts';
import {
  type TestPatron,
  endEverySubscription,
  joinAsPatron,
  offerTiers,
  passDays,
} from '../../../../sandbox/testing/patrons.ts';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { payments } from '../../../db/schema/ledger.ts';
import { mails } from '../../../db/schema/mail.ts';
import { membershipChanges, memberships } from '../../../db/schema/memberships.ts';
import { actOnTheDay } from '../../../jobs/act-on-the-day.server.ts';
import { money } from '../../../kernel/money.ts';
import { decideEntitlement } from '../../entitlements/decide-entitlement.server.ts';
import { checkLedger, ledgerAgrees } from '../../ledger/check-ledger.server.ts';
import { changeMembership } from '../changes/change-membership.server.ts';
import { previewChange } from '../changes/preview-change.server.ts';
import { readMembershipById } from '../read-membership.server.ts';
import { addMonths, type PauseMonths, pauseDates } from './pause.ts';
import { pauseMembership } from './pause-membership.server.ts';
import { readResumption, resumeMembership } from './resume-membership.server.ts';

// Months pass in some of them.
vi.setConfig({ testTimeout: 120_000 });

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct({ startsAt: new Date('2026-03-03T10:00:00Z') });
  await offerTiers(product);
});
afterEach(() => endEverySubscription(product));
afterAll(async () => {
  await passDays(product, 1);
  const ledger = await checkLedger(product.services);
  expect(ledger).toMatchObject({ missing: [], differing: [] });
  expect(ledgerAgrees(ledger)).toBe(true);
  await product.close();
});

async function rowOf({ membershipId }: TestPatron) {
  const { db } = product.services;
  const [row] = await db.select().from(memberships).where(eq(memberships.id, membershipId));
  if (!row) throw new Error('no membership');
  return row;
}
const paidBy = async ({ membershipId }: TestPatron) => {
  const rows = await product.services.db
    .select()
    .from(payments)
    .where(eq(payments.sourceId, membershipId))
    .orderBy(payments.occurredAt);
  return rows.map(({ amountMinor, occurredAt }) => ({
    amountMinor,
    on: occurredAt.toISOString().slice(0, 10),
  }));
};
const mailsTo = async ({ email }: TestPatron, ...templates: string[]) => {
  const rows = await product.services.db.select().from(mails).where(eq(mails.recipient, email));
  return rows.map(({ template }) => template).filter((template) => templates.includes(template));
};
const entitlementOf = ({ supporterId }: TestPatron) =>
  decideEntitlement(product.services, { supporterId, role: null });
const pause = async ({ supporterId }: TestPatron, months: PauseMonths) => {
  const paused = await pauseMembership(product.services, { supporterId, months });
  await product.settle();
  return paused;
};
const resume = async ({ supporterId }: TestPatron) => {
  const resumed = await resumeMembership(product.services, { supporterId });
  await product.settle();
  return resumed;
};
const dayOf = (instant: Date | null | undefined) => instant?.toISOString().slice(0, 10);
/** Recurring revenue as its movements add up. */
const recurringOf = async ({ membershipId }: TestPatron) => {
  const rows = await product.services.db
    .select()
    .from(membershipChanges)
    .where(eq(membershipChanges.membershipId, membershipId));
  return rows.reduce((sum, row) => sum + row.toMonthlyMinor - row.fromMonthlyMinor, 0);
};

describe('a pause', () => {
  it.each([
    ['month', 1000, 2],
    ['year', 10_000, 3],
  ] as const)(
    'of a membership by the %s begins when what is paid for ends, and resumes by itself',
    async (interval, amountMinor, months) => {
      const patron = await joinAsPatron(product, {
        ...{ email: `${interval}@example.org`, amountMinor, interval },
      });
      const paidUntil = (await rowOf(patron)).paidUntil ?? new Date(0);
      const paused = await pause(patron, months);
      expect(paused).toEqual({ ok: true, value: pauseDates(paidUntil, months) });
      const until = addMonths(paidUntil, months);
      expect(await rowOf(patron)).toMatchObject({
        status: 'paused',
        pausedUntil: until,
        paidUntil,
      });
      const view = (await readMembershipById(product.services, patron.membershipId))?.membership;
      expect(view?.nextCharge).toEqual({ at: until, amount: money(amountMinor, 'EUR') });
      expect(await entitlementOf(patron)).toMatchObject({ isOpen: true, until: paidUntil });
      expect(await recurringOf(patron)).toBe(0);
      expect(await mailsTo(patron, 'membership-paused')).toHaveLength(1);

      const daysUntil = (instant: Date) =>
        (instant.getTime() / 1_000 - product.stripe.engine.now()) / 86_400;
      await passDays(product, daysUntil(paidUntil) + 1);
      expect((await entitlementOf(patron)).isOpen).toBe(false);
      await passDays(product, daysUntil(until) - 8);
      await actOnTheDay(product.services);
      expect(await mailsTo(patron, 'pause-ending')).toHaveLength(0);
      await passDays(product, 2);
      await actOnTheDay(product.services);
      await actOnTheDay(product.services);
      expect(await mailsTo(patron, 'pause-ending')).toHaveLength(1);
      await passDays(product, 7);
      expect((await paidBy(patron)).map(({ on }) => on)).toEqual([
        dayOf(addMonths(paidUntil, interval === 'month' ? -1 : -12)),
        dayOf(until),
      ]);
      expect(await rowOf(patron)).toMatchObject({ status: 'active', pausedUntil: null });
      expect(await entitlementOf(patron)).toMatchObject({ isOpen: true, because: 'membership' });
      expect(await recurringOf(patron)).toBe(1000 - (interval === 'year' ? 1000 - 833 : 0));
    },
  );

  it('that ends early while the period is paid for costs nothing, and charges on the old day', async () => {
    const patron = await joinAsPatron(product, { email: 'early@example.org', amountMinor: 700 });
    const { paidUntil } = await rowOf(patron);
    await pause(patron, 6);
    await passDays(product, 3);
    const { supporterId } = patron;
    expect(await readResumption(product.services, supporterId)).toEqual({
      ...{ ok: true, value: { chargedNow: null, nextChargeAt: paidUntil } },
    });
    expect(await resume(patron)).toEqual({
      ok: true,
      value: { isPaid: true, nextChargeAt: paidUntil },
    });
    expect(await rowOf(patron)).toMatchObject({ status: 'active', currentPeriodEnd: paidUntil });
    expect(await recurringOf(patron)).toBe(700);
    expect(await paidBy(patron)).toHaveLength(1);
    await passDays(product, 32);
    expect((await paidBy(patron)).at(-1)?.on).toBe(dayOf(paidUntil));
    // It may be paused again.
    expect((await pause(patron, 1)).ok).toBe(true);
    expect(await mailsTo(patron, 'membership-paused')).toHaveLength(2);
  });

  it('that ends early after what was paid for is charged at once, and opens again', async () => {
    const patron = await joinAsPatron(product, { email: 'later@example.org', amountMinor: 700 });
    await pause(patron, 6);
    await passDays(product, 40);
    expect((await entitlementOf(patron)).isOpen).toBe(false);
    expect(await readResumption(product.services, patron.supporterId)).toEqual({
      ...{ ok: true, value: { chargedNow: money(700, 'EUR'), nextChargeAt: null } },
    });
    expect(await resume(patron)).toMatchObject({ ok: true, value: { isPaid: true } });
    expect(await paidBy(patron)).toHaveLength(2);
    expect((await entitlementOf(patron)).isOpen).toBe(true);
    expect(await resume(patron)).toEqual({ ok: false, reason: 'not_paused' });
  });

  it('that ends early with a card that fails leaves a payment to repair', async () => {
    const patron = await joinAsPatron(product, { email: 'poor@example.org', amountMinor: 700 });
    await pause(patron, 2);
    await passDays(product, 40);
    putFailingCard(product.stripe, patron.email);
    expect(await resume(patron)).toMatchObject({ ok: true, value: { isPaid: false } });
    expect((await rowOf(patron)).status).toBe('past_due');
  });

  it('asked for twice is one', async () => {
    const patron = await joinAsPatron(product, { email: 'double@example.org', amountMinor: 700 });
    const answers = await Promise.all([pause(patron, 1), pause(patron, 1)]);
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(await pause(patron, 1)).toEqual({ ok: false, reason: 'already_paused' });
    expect(await mailsTo(patron, 'membership-paused')).toHaveLength(1);
  });

  it('after an early end, a change begins on the next charge', async () => {
    const patron = await joinAsPatron(product, { email: 'both@example.org', amountMinor: 700 });
    await pause(patron, 1);
    await resume(patron);
    const requested = {
      ...{ tierSlug: 'patron', amount: money(1200, 'EUR'), coversFee: false },
      interval: 'month' as const,
    };
    const { supporterId } = patron;
    const preview = await previewChange(product.services, { supporterId, requested, at: null });
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.value).toMatchObject({ timing: 'period_end' });
    const { at, figures } = preview.value;
    const changed = await changeMembership(product.services, {
      ...{ supporterId, requested },
      shown: { at, dueNowMinor: 0, nextMinor: figures.next.amount.amountMinor },
    });
    expect(changed).toMatchObject({ ok: true, value: { kind: 'scheduled' } });
    expect(await pause(patron, 1)).toEqual({ ok: false, reason: 'change_scheduled' });
    await passDays(product, 32);
    expect((await paidBy(patron)).map(({ amountMinor }) => amountMinor)).toEqual([700, 1200]);
  });

  it('is refused while a payment fails and while the membership ends', async () => {
    const patron = await joinAsPatron(product, { email: 'no@example.org', amountMinor: 700 });
    const { stripeSubscriptionId } = await rowOf(patron);
    const path = `/v1/subscriptions/${stripeSubscriptionId ?? ''}`;
    product.stripe.engine.request('POST', path, { cancel_at_period_end: true });
    expect(await pause(patron, 1)).toEqual({ ok: false, reason: 'ending' });
    product.stripe.engine.request('POST', path, { cancel_at_period_end: false });
    putFailingCard(product.stripe, patron.email);
    await passDays(product, 32);
    expect(await pause(patron, 1)).toEqual({ ok: false, reason: 'payment_failing' });
  });

  it('made at Stripe is one too, and can be ended here', async () => {
    const patron = await joinAsPatron(product, { email: 'theirs@example.org', amountMinor: 700 });
    const row = await rowOf(patron);
    const until = product.stripe.engine.now() + 50 * 86_400;
    product.stripe.engine.request('POST', `/v1/subscriptions/${row.stripeSubscriptionId ?? ''}`, {
      pause_collection: { behavior: 'void', resumes_at: until },
    });
    await product.settle();
    expect(await rowOf(patron)).toMatchObject({
      ...{ status: 'paused', pausedUntil: new Date(until * 1_000) },
    });
    expect(await resume(patron)).toMatchObject({
      value: { isPaid: true, nextChargeAt: row.currentPeriodEnd },
    });
  });
});
