import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitCheckout } from '../../../../sandbox/stripe/engine/flows/checkout.ts';
import { giftInput, putFailingCard } from '../../../../sandbox/testing/gifts.ts';
import {
  type TestPatron,
  joinAsPatron,
  offerTiers,
  passDays,
} from '../../../../sandbox/testing/patrons.ts';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { payments } from '../../../db/schema/ledger.ts';
import { mails } from '../../../db/schema/mail.ts';
import { membershipChanges, memberships } from '../../../db/schema/memberships.ts';
import { fromUnix, toUnix } from '../../../kernel/dates.ts';
import { money } from '../../../kernel/money.ts';
import { decideEntitlement } from '../../entitlements/decide-entitlement.server.ts';
import { checkLedger, ledgerAgrees } from '../../ledger/check-ledger.server.ts';
import { pauseMembership } from '../pausing/pause-membership.server.ts';
import { startMembership } from '../start-membership.server.ts';
import { continueMembership } from './continue-membership.server.ts';
import { endMembership } from './end-membership.server.ts';
import { readEnding } from './read-ending.server.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct({ startsAt: new Date('2026-03-03T10:00:00Z') });
  await offerTiers(product);
});
afterAll(async () => {
  await passDays(product, 1);
  expect(ledgerAgrees(await checkLedger(product.services))).toBe(true);
  await product.close();
});

async function rowOf({ membershipId }: Pick<TestPatron, 'membershipId'>) {
  const { db } = product.services;
  const [row] = await db.select().from(memberships).where(eq(memberships.id, membershipId));
  if (!row) throw new Error('no membership');
  return row;
}
const end = ({ supporterId }: TestPatron, reason: string | null = null) =>
  endMembership(product.services, { whose: { supporterId }, reason });
const goOn = ({ supporterId }: TestPatron) =>
  continueMembership(product.services, { whose: { supporterId } });
const planned = ({ supporterId }: TestPatron) => readEnding(product.services, { supporterId });
const mailsOf = async ({ email }: TestPatron) => {
  const rows = await product.services.db.select().from(mails).where(eq(mails.recipient, email));
  const about = ['cancellation-scheduled', 'cancellation-undone', 'membership-ended'];
  return rows.map(({ template }) => template).filter((name) => about.includes(name));
};
const timesPaid = async ({ membershipId }: TestPatron) =>
  (await product.services.db.select().from(payments).where(eq(payments.sourceId, membershipId)))
    .length;
const entitlementOf = ({ supporterId }: TestPatron) =>
  decideEntitlement(product.services, { supporterId, role: null });
const stripeOf = (row: { stripeSubscriptionId: string | null }) =>
  product.stripe.engine.request<{
    status: string;
    schedule: string | null;
    cancel_at: number | null;
    latest_invoice: string;
  }>('GET', `/v1/subscriptions/${row.stripeSubscriptionId ?? ''}`);
const invoiceStatus = (id: string) =>
  product.stripe.engine.request<{ status: string }>('GET', `/v1/invoices/${id}`).status;

describe('one that is in force', () => {
  it('ends with the paid period, however often it is asked for, and its patron is told of each step once', async () => {
    const patron = await joinAsPatron(product, { email: 'active@example.org', amountMinor: 1000 });
    const { currentPeriodEnd: endsAt } = await rowOf(patron);
    expect(await planned(patron)).toMatchObject({ state: 'going_on', endsAt, endsNow: false });
    const answers = await Promise.all([end(patron, 'too_expensive'), end(patron), end(patron)]);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    for (const answer of answers) {
      if (answer.ok) expect(answer.value).toEqual({ endsAt, hasEnded: false });
      else expect(['already_scheduled', 'payments_unavailable']).toContain(answer.reason);
    }
    await product.settle();
    expect(await rowOf(patron)).toMatchObject({ cancelAt: endsAt, cancelReason: 'too_expensive' });
    expect(await end(patron)).toEqual({ ok: false, reason: 'already_scheduled' });
    expect(await mailsOf(patron)).toEqual(['cancellation-scheduled']);
    expect((await goOn(patron)).ok).toBe(true);
    expect(await goOn(patron)).toEqual({ ok: false, reason: 'not_scheduled' });
    await product.settle();
    expect(await mailsOf(patron)).toEqual(['cancellation-scheduled', 'cancellation-undone']);
    expect((await end(patron)).ok).toBe(true);
    await passDays(product, 40);
    expect(await rowOf(patron)).toMatchObject({ status: 'canceled', endedAt: endsAt });
    expect(await timesPaid(patron)).toBe(1);
    expect((await mailsOf(patron)).sort()).toEqual([
      'cancellation-scheduled',
      'cancellation-scheduled',
      'cancellation-undone',
      'membership-ended',
    ]);
    expect(await entitlementOf(patron)).toMatchObject({ because: 'membership_ended' });
    expect(await end(patron)).toEqual({ ok: false, reason: 'no_membership' });
    expect(await goOn(patron)).toEqual({ ok: false, reason: 'no_membership' });
    expect(await planned(patron)).toMatchObject({ state: 'ended', endsAt });
  });

  it('is not charged when it is ended in the hour before its renewal is', async () => {
    const patron = await joinAsPatron(product, { email: 'draft@example.org', amountMinor: 1000 });
    const { currentPeriodEnd } = await rowOf(patron);
    product.stripe.engine.advanceTo(toUnix(currentPeriodEnd ?? new Date()) + 60);
    await product.settle();
    expect(invoiceStatus(stripeOf(await rowOf(patron)).latest_invoice)).toBe('draft');
    expect(await planned(patron)).toMatchObject({ endsNow: true, because: 'failing' });
    expect(await end(patron)).toMatchObject({ ok: true, value: { hasEnded: true } });
    await passDays(product, 40);
    expect(await timesPaid(patron)).toBe(1);
    expect(invoiceStatus(stripeOf(await rowOf(patron)).latest_invoice)).toBe('void');
    expect(await rowOf(patron)).toMatchObject({ status: 'canceled' });
    expect(await mailsOf(patron)).toEqual(['membership-ended']);
  });

  it('ends without its first charge while it is on trial', async () => {
    const patron = await joinAsPatron(product, { email: 'trial@example.org', amountMinor: 1000 });
    const { stripeSubscriptionId } = await rowOf(patron);
    const trialEnd = Math.floor(product.stripe.engine.now()) + 60 * 86_400;
    product.stripe.engine.request('POST', `/v1/subscriptions/${stripeSubscriptionId ?? ''}`, {
      trial_end: trialEnd,
      proration_behavior: 'none',
    });
    await product.settle();
    expect(await planned(patron)).toMatchObject({ because: 'trial', endsAt: fromUnix(trialEnd) });
    expect(await end(patron)).toEqual({
      ok: true,
      value: { endsAt: fromUnix(trialEnd), hasEnded: false },
    });
    await passDays(product, 70);
    expect(await rowOf(patron)).toMatchObject({ status: 'canceled' });
    expect(await timesPaid(patron)).toBe(1);
  });
});

describe('one whose payment fails', () => {
  it('ends at once, owes nothing, and is never charged again', async () => {
    const patron = await joinAsPatron(product, { email: 'fails@example.org', amountMinor: 1000 });
    putFailingCard(product.stripe, patron.email);
    await passDays(product, 32);
    const before = await rowOf(patron);
    expect(before.status).toBe('past_due');
    const { latest_invoice: invoice } = stripeOf(before);
    expect(await planned(patron)).toMatchObject({ endsNow: true, because: 'failing' });
    expect(await end(patron, 'other: the card')).toMatchObject({
      ok: true,
      value: { hasEnded: true },
    });
    expect(invoiceStatus(invoice)).toBe('void');
    await passDays(product, 60);
    expect(await timesPaid(patron)).toBe(1);
    expect(await rowOf(patron)).toMatchObject({
      status: 'canceled',
      endedBecause: 'cancellation_requested',
      cancelReason: 'other: the card',
    });
    expect(await mailsOf(patron)).toEqual(['membership-ended']);
    expect(await entitlementOf(patron)).toMatchObject({ isOpen: false });
  });
});

describe('one that is paused', () => {
  it('ends with the paid time, and taken back it is paused as before', async () => {
    const patron = await joinAsPatron(product, { email: 'paused@example.org', amountMinor: 1000 });
    const { supporterId } = patron;
    const { paidUntil } = await rowOf(patron);
    expect((await pauseMembership(product.services, { supporterId, months: 3 })).ok).toBe(true);
    await product.settle();
    const { pausedUntil } = await rowOf(patron);
    expect(await planned(patron)).toMatchObject({ because: 'paused', endsAt: paidUntil });
    expect(await end(patron)).toEqual({ ok: true, value: { endsAt: paidUntil, hasEnded: false } });
    await product.settle();
    expect(await entitlementOf(patron)).toMatchObject({ isOpen: true, until: paidUntil });
    expect((await goOn(patron)).ok).toBe(true);
    await product.settle();
    expect(await rowOf(patron)).toMatchObject({ status: 'paused', pausedUntil, cancelAt: null });
    expect((await end(patron)).ok).toBe(true);
    await passDays(product, 40);
    expect(await rowOf(patron)).toMatchObject({ status: 'canceled', endedAt: paidUntil });
    await passDays(product, 90);
    expect(await timesPaid(patron)).toBe(1);
  });

  it('ends at once when nothing paid is left', async () => {
    const patron = await joinAsPatron(product, { email: 'long@example.org', amountMinor: 1000 });
    const { supporterId } = patron;
    await pauseMembership(product.services, { supporterId, months: 3 });
    await passDays(product, 40);
    expect(await planned(patron)).toMatchObject({ endsNow: true, because: 'paused' });
    expect(await end(patron)).toMatchObject({ ok: true, value: { hasEnded: true } });
    expect(await rowOf(patron)).toMatchObject({ status: 'canceled' });
    expect(await mailsOf(patron)).toEqual(['membership-ended']);
  });
});

describe('one with a change that waits', () => {
  it('ends without it, and taken back it goes on as it is', async () => {
    const patron = await joinAsPatron(product, { email: 'change@example.org', amountMinor: 1200 });
    const row = await rowOf(patron);
    const scheduled = await product.services.payments.changeAtPeriodEnd(
      row.stripeSubscriptionId ?? '',
      { tierId: row.tierId, amount: money(500, 'EUR'), feeCoverMinor: 0, interval: 'month' },
      'a-change-of-the-test',
    );
    expect(scheduled.ok).toBe(true);
    await product.settle();
    expect(await rowOf(patron)).toMatchObject({ nextAmountMinor: 500 });
    expect(await planned(patron)).toMatchObject({ hasChangeWaiting: true });
    expect((await end(patron)).ok).toBe(true);
    await product.settle();
    expect(stripeOf(row).schedule).toBeNull();
    expect(await rowOf(patron)).toMatchObject({ nextAmountMinor: null, stripeScheduleId: null });
    expect((await goOn(patron)).ok).toBe(true);
    await passDays(product, 35);
    expect(await rowOf(patron)).toMatchObject({ status: 'active', amountMinor: 1200 });
    expect(await timesPaid(patron)).toBe(2);
  });
});

describe('one with an upgrade that waits for its payment', () => {
  it('ends with the paid period at the old terms, and the upgrade is let go of', async () => {
    const patron = await joinAsPatron(product, { email: 'waits@example.org', amountMinor: 600 });
    const row = await rowOf(patron);
    putFailingCard(product.stripe, patron.email);
    const changed = await product.services.payments.changeNow(
      row.stripeSubscriptionId ?? '',
      { tierId: row.tierId, amount: money(2000, 'EUR'), feeCoverMinor: 0, interval: 'month' },
      product.services.clock.now(),
      'an-upgrade-of-the-test',
    );
    expect(changed).toMatchObject({ ok: true, value: { kind: 'declined' } });
    await product.settle();
    const { latest_invoice: waiting } = stripeOf(row);
    expect(invoiceStatus(waiting)).toBe('open');
    expect(await end(patron)).toEqual({
      ok: true,
      value: { endsAt: row.currentPeriodEnd, hasEnded: false },
    });
    expect(invoiceStatus(waiting)).toBe('void');
    await passDays(product, 40);
    expect(await rowOf(patron)).toMatchObject({ status: 'canceled', amountMinor: 600 });
    expect(await timesPaid(patron)).toBe(1);
  });
});

describe('one whose bank debit is on its way', { timeout: 60_000 }, () => {
  it('keeps the period that the debit pays for, and ends with it', async () => {
    const started = await startMembership(product.services, {
      ...giftInput({ amount: money(1000, 'EUR') }),
      ...{ interval: 'month', tierSlug: null },
    });
    if (!started.ok) throw new Error(started.reason);
    const { checkoutUrl, membershipId } = started.value;
    product.stripe.engine.settings.debitSettlesAfterSeconds = 5 * 86_400;
    const session = /cs_test_[A-Za-z0-9]+/.exec(checkoutUrl)?.[0] ?? '';
    product.stripe.engine.transact((step) =>
      submitCheckout(step, session, {
        method: { iban: 'AT611904300234573201' },
        ...{ email: 'debit@example.org', name: 'Maria Reader', country: 'AT' },
      }),
    );
    await passDays(product, 15);
    const first = await rowOf({ membershipId });
    expect(first).toMatchObject({ status: 'active' });
    const patron = {
      ...{ membershipId, supporterId: first.supporterId ?? '', email: 'debit@example.org' },
    };
    product.stripe.engine.advanceTo(toUnix(first.currentPeriodEnd ?? new Date()) + 7_200);
    await product.settle();
    const { currentPeriodEnd: endsAt } = await rowOf(patron);
    expect(await product.services.payments.readOwed(first.stripeSubscriptionId ?? '')).toBe(
      'under_way',
    );
    expect(await end(patron)).toEqual({ ok: true, value: { endsAt, hasEnded: false } });
    await passDays(product, 20);
    expect(await timesPaid(patron)).toBe(2);
    await passDays(product, 20);
    expect(await rowOf(patron)).toMatchObject({ status: 'canceled', endedAt: endsAt });
    expect(await timesPaid(patron)).toBe(2);
  });
});

describe('one that was cancelled at Stripe', () => {
  it('by a date, is told of and can be taken back here', async () => {
    const patron = await joinAsPatron(product, { email: 'portal@example.org', amountMinor: 1000 });
    const row = await rowOf(patron);
    const endsAt = row.currentPeriodEnd ?? new Date();
    product.stripe.engine.request('POST', `/v1/subscriptions/${row.stripeSubscriptionId ?? ''}`, {
      cancel_at: toUnix(endsAt),
    });
    await product.settle();
    expect(await mailsOf(patron)).toEqual(['cancellation-scheduled']);
    expect(await planned(patron)).toMatchObject({ state: 'ending', endsAt });
    expect(await end(patron)).toEqual({ ok: false, reason: 'already_scheduled' });
    expect(await goOn(patron)).toEqual({ ok: true, value: { nextChargeAt: endsAt } });
    await product.settle();
    expect(stripeOf(row).cancel_at).toBeNull();
    expect(await rowOf(patron)).toMatchObject({ cancelAt: null });
    const kinds = await product.services.db
      .select({ kind: membershipChanges.kind })
      .from(membershipChanges)
      .where(eq(membershipChanges.membershipId, patron.membershipId));
    expect(kinds.map(({ kind }) => kind).sort()).toEqual([
      'cancel_scheduled',
      'cancel_undone',
      'started',
    ]);
  });
});
