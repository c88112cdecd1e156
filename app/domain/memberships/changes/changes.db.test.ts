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
import { money } from '../../../kernel/money.ts';
import { checkLedger, ledgerAgrees } from '../../ledger/check-ledger.server.ts';
import { listTiers } from '../list-tiers.server.ts';
import { changeMembership } from './change-membership.server.ts';
import type { RequestedTerms } from './membership-change.ts';
import { previewChange } from './preview-change.server.ts';
import { withdrawChange } from './withdraw-change.server.ts';

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

const wants = (parts: Partial<RequestedTerms> & { minor: number }): RequestedTerms => ({
  tierSlug: 'friend',
  amount: money(parts.minor, 'EUR'),
  coversFee: false,
  interval: 'month',
  ...parts,
});

async function previewOf({ supporterId }: TestPatron, requested: RequestedTerms) {
  const preview = await previewChange(product.services, { supporterId, requested, at: null });
  if (!preview.ok) throw new Error(preview.reason);
  return preview.value;
}

/** Looks at the preview and confirms it, as the pages do. */
async function change(patron: TestPatron, requested: RequestedTerms) {
  const { at, figures } = await previewOf(patron, requested);
  const changed = await changeMembership(product.services, {
    ...{ supporterId: patron.supporterId, requested },
    shown: {
      at,
      dueNowMinor: figures.dueNow.amountMinor,
      nextMinor: figures.next.amount.amountMinor,
    },
  });
  await product.settle();
  return { changed, figures };
}

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
  return rows.map(({ amountMinor }) => amountMinor);
};
const movementsOf = async ({ membershipId }: TestPatron) => {
  const rows = await product.services.db
    .select()
    .from(membershipChanges)
    .where(eq(membershipChanges.membershipId, membershipId))
    .orderBy(membershipChanges.at, membershipChanges.id);
  return rows.map((row) => [row.kind, row.fromMonthlyMinor, row.toMonthlyMinor]);
};
const changedMails = async ({ email }: TestPatron) => {
  const rows = await product.services.db.select().from(mails).where(eq(mails.recipient, email));
  return rows.filter(({ template }) => template === 'membership-changed').length;
};
const tierIdOf = async (slug: string) =>
  (await listTiers(product.services)).find((tier) => tier.slug === slug)?.id;

describe('more', () => {
  it('is charged at once, as the preview said, and the tier goes with it', async () => {
    const patron = await joinAsPatron(product, { email: 'more@example.org', amountMinor: 600 });
    await passDays(product, 10);
    const { changed, figures } = await change(patron, wants({ minor: 1200, tierSlug: 'patron' }));
    expect(changed).toMatchObject({ ok: true, value: { kind: 'changed' } });
    const { dueNow, credited, charged } = figures;
    expect(charged.amountMinor - credited.amountMinor).toBe(dueNow.amountMinor);
    expect(await paidBy(patron)).toEqual([600, dueNow.amountMinor]);
    expect(await rowOf(patron)).toMatchObject({
      amountMinor: 1200,
      tierId: await tierIdOf('patron'),
      nextChangeAt: null,
    });
    expect(await movementsOf(patron)).toEqual([
      ['started', 0, 600],
      ['amount_changed', 600, 1200],
    ]);
    expect(await changedMails(patron)).toBe(1);
    const { next } = figures;
    await passDays(product, 25);
    expect((await paidBy(patron)).at(-1)).toBe(next.amount.amountMinor);
    expect(await changedMails(patron)).toBe(1);
  });

  it('than a month is a year from today, less what is left of the month', async () => {
    const patron = await joinAsPatron(product, { email: 'year@example.org', amountMinor: 1000 });
    await passDays(product, 15);
    const { figures } = await change(patron, wants({ minor: 10_000, interval: 'year' }));
    expect(figures.charged).toEqual(money(10_000, 'EUR'));
    expect(await paidBy(patron)).toEqual([1000, figures.dueNow.amountMinor]);
    const row = await rowOf(patron);
    expect(row).toMatchObject({ interval: 'year', amountMinor: 10_000 });
    expect(row.currentPeriodEnd?.toISOString().slice(0, 10)).toBe(
      figures.next.at.toISOString().slice(0, 10),
    );
    expect(row.currentPeriodEnd?.getUTCFullYear()).toBe(2027);
  });

  it('confirmed twice is charged once', async () => {
    const patron = await joinAsPatron(product, { email: 'twice@example.org', amountMinor: 600 });
    await passDays(product, 3);
    const requested = wants({ minor: 900 });
    const { at, figures } = await previewOf(patron, requested);
    const confirm = () =>
      changeMembership(product.services, {
        ...{ supporterId: patron.supporterId, requested },
        shown: {
          at,
          dueNowMinor: figures.dueNow.amountMinor,
          nextMinor: figures.next.amount.amountMinor,
        },
      });
    const answers = await Promise.all([confirm(), confirm()]);
    await product.settle();
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(await confirm()).toEqual({ ok: false, reason: 'nothing_changes' });
    expect(await paidBy(patron)).toEqual([600, figures.dueNow.amountMinor]);
    expect(await changedMails(patron)).toBe(1);
  });

  it('is shown anew when the figures are not those that were shown', async () => {
    const patron = await joinAsPatron(product, { email: 'stale@example.org', amountMinor: 600 });
    await passDays(product, 1);
    const requested = wants({ minor: 1800, tierSlug: 'patron' });
    const { at, figures } = await previewOf(patron, requested);
    const shown = {
      ...{ at, dueNowMinor: figures.dueNow.amountMinor },
      nextMinor: figures.next.amount.amountMinor,
    };
    const input = { supporterId: patron.supporterId, requested };
    const forged = await changeMembership(product.services, {
      ...{ ...input, shown: { ...shown, dueNowMinor: 1 } },
    });
    expect(forged).toMatchObject({ ok: false, reason: 'preview_outdated' });
    await passDays(product, 5);
    const late = await changeMembership(product.services, { ...input, shown });
    expect(late).toMatchObject({ ok: false, reason: 'preview_outdated' });
    const now = late.ok || late.reason !== 'preview_outdated' ? null : late.preview;
    expect(now?.figures.dueNow.amountMinor).toBeLessThan(figures.dueNow.amountMinor);
    expect(await paidBy(patron)).toEqual([600]);
  });

  it('that is declined leaves the old terms, and counts once it is paid after all', async () => {
    const patron = await joinAsPatron(product, { email: 'declined@example.org', amountMinor: 600 });
    await passDays(product, 10);
    putFailingCard(product.stripe, patron.email);
    const { changed } = await change(patron, wants({ minor: 3000, tierSlug: 'benefactor' }));
    expect(changed).toMatchObject({ ok: true, value: { kind: 'declined' } });
    expect(changed.ok && 'payUrl' in changed.value && changed.value.payUrl).toContain('http');
    expect(await rowOf(patron)).toMatchObject({
      ...{ amountMinor: 600, status: 'active', tierId: await tierIdOf('friend') },
    });
    expect(await changedMails(patron)).toBe(0);
    const { stripeSubscriptionId, stripeCustomerId } = await rowOf(patron);
    const { engine } = product.stripe;
    engine.replaceCard(stripeCustomerId ?? '', '4242424242424242');
    const { latest_invoice: invoice } = engine.request<{ latest_invoice: string }>(
      'GET',
      `/v1/subscriptions/${stripeSubscriptionId ?? ''}`,
    );
    engine.request('POST', `/v1/invoices/${invoice}/pay`);
    await product.settle();
    expect(await rowOf(patron)).toMatchObject({
      ...{ amountMinor: 3000, tierId: await tierIdOf('benefactor') },
    });
    expect(await changedMails(patron)).toBe(1);
  });

  it('that the bank wants confirmed leaves the old terms', async () => {
    const patron = await joinAsPatron(product, {
      ...{ email: 'bank@example.org', amountMinor: 600 },
    });
    const { stripeCustomerId } = await rowOf(patron);
    product.stripe.engine.replaceCard(stripeCustomerId ?? '', '4000002760003184');
    await passDays(product, 10);
    const { changed } = await change(patron, wants({ minor: 3000, tierSlug: 'benefactor' }));
    expect(changed).toMatchObject({ ok: true, value: { kind: 'needs_confirmation' } });
    expect((await rowOf(patron)).amountMinor).toBe(600);
  });

  it('of a tier for the same sum costs nothing', async () => {
    const patron = await joinAsPatron(product, {
      ...{ email: 'tier@example.org', amountMinor: 1500, tierSlug: 'friend' },
    });
    const { figures } = await change(patron, wants({ minor: 1500, tierSlug: 'patron' }));
    expect(figures.dueNow.amountMinor).toBe(0);
    expect(await paidBy(patron)).toEqual([1500]);
    expect((await rowOf(patron)).tierId).toBe(await tierIdOf('patron'));
  });
});

describe('less', () => {
  it('begins when the paid period ends, with its tier, and lets go by itself', async () => {
    const patron = await joinAsPatron(product, { email: 'less@example.org', amountMinor: 3000 });
    await passDays(product, 5);
    const { changed, figures } = await change(patron, wants({ minor: 500 }));
    expect(changed).toMatchObject({ ok: true, value: { kind: 'scheduled' } });
    expect(figures.dueNow.amountMinor).toBe(0);
    const waiting = await rowOf(patron);
    expect(waiting).toMatchObject({
      ...{ amountMinor: 3000, nextAmountMinor: 500, nextInterval: 'month' },
      tierId: await tierIdOf('benefactor'),
      nextTierId: await tierIdOf('friend'),
      nextChangeAt: figures.next.at,
    });
    expect(await movementsOf(patron)).toEqual([['started', 0, 3000]]);
    expect(await changedMails(patron)).toBe(1);
    await passDays(product, 30);
    expect(await paidBy(patron)).toEqual([3000, 500]);
    expect(await movementsOf(patron)).toEqual([
      ['started', 0, 3000],
      ['amount_changed', 3000, 500],
    ]);
    expect(await rowOf(patron)).toMatchObject({
      ...{ amountMinor: 500, nextChangeAt: null, nextTierId: null, stripeScheduleId: null },
      tierId: await tierIdOf('friend'),
    });
    expect(await changedMails(patron)).toBe(1);
    await passDays(product, 31);
    expect(await paidBy(patron)).toEqual([3000, 500, 500]);
  });

  it('can be taken back, and then nothing changes', async () => {
    const patron = await joinAsPatron(product, { email: 'undone@example.org', amountMinor: 3000 });
    await change(patron, wants({ minor: 500 }));
    const input = { supporterId: patron.supporterId };
    expect(await withdrawChange(product.services, input)).toEqual({ ok: true, value: null });
    expect(await withdrawChange(product.services, input)).toMatchObject({
      reason: 'nothing_scheduled',
    });
    expect(await rowOf(patron)).toMatchObject({ nextChangeAt: null, stripeScheduleId: null });
    await passDays(product, 32);
    expect(await paidBy(patron)).toEqual([3000, 3000]);
  });

  it('is replaced by another change, be it less or more', async () => {
    const patron = await joinAsPatron(product, { email: 'again@example.org', amountMinor: 3000 });
    await change(patron, wants({ minor: 500 }));
    const { figures } = await change(patron, wants({ minor: 800 }));
    expect(figures.next.amount.amountMinor).toBe(800);
    expect((await rowOf(patron)).nextAmountMinor).toBe(800);
    await passDays(product, 2);
    const more = await change(patron, wants({ minor: 4000, tierSlug: 'benefactor' }));
    expect(more.changed).toMatchObject({ ok: true, value: { kind: 'changed' } });
    expect(await rowOf(patron)).toMatchObject({ amountMinor: 4000, nextChangeAt: null });
    await passDays(product, 32);
    expect((await paidBy(patron)).at(-1)).toBe(4000);
    expect(await changedMails(patron)).toBe(3);
  });

  it('than a year is a month when the year is over', async () => {
    const patron = await joinAsPatron(product, {
      ...{ email: 'month@example.org', amountMinor: 12_000, interval: 'year' },
    });
    await passDays(product, 100);
    const { figures } = await change(patron, wants({ minor: 2000, tierSlug: 'patron' }));
    expect(figures.dueNow.amountMinor).toBe(0);
    expect(figures.next.amount.amountMinor).toBe(2000);
    await passDays(product, 266);
    expect(await paidBy(patron)).toEqual([12_000, 2000]);
    expect(await rowOf(patron)).toMatchObject({ interval: 'month', amountMinor: 2000 });
    await passDays(product, 31);
    expect(await paidBy(patron)).toEqual([12_000, 2000, 2000]);
  });
});

describe('the cover of the fee', () => {
  it('stays with the gift as it was, and follows another gift', async () => {
    const patron = await joinAsPatron(product, {
      ...{ email: 'cover@example.org', amountMinor: 3000, coversFee: true },
    });
    const before = await rowOf(patron);
    expect(before.feeCoverMinor).toBeGreaterThan(0);
    await change(patron, wants({ minor: 1000, tierSlug: 'patron', coversFee: true }));
    const { next } = (await previewOf(patron, wants({ minor: 500, coversFee: true }))).figures;
    expect(next.amount.amountMinor).toBeGreaterThan(500);
    await passDays(product, 32);
    const after = await rowOf(patron);
    expect(after.amountMinor - after.feeCoverMinor).toBe(1000);
    expect((await paidBy(patron)).at(-1)).toBe(after.amountMinor);
  });
});

describe('is refused', () => {
  const refusal = async (patron: TestPatron, requested: RequestedTerms) => {
    const { supporterId } = patron;
    const preview = await previewChange(product.services, { supporterId, requested, at: null });
    return preview.ok ? null : preview.reason;
  };

  it('for terms that are none', async () => {
    const patron = await joinAsPatron(product, { email: 'wrong@example.org', amountMinor: 600 });
    expect(await refusal(patron, wants({ minor: 600 }))).toBe('nothing_changes');
    expect(await refusal(patron, wants({ minor: 100 }))).toBe('amount_too_low');
    expect(await refusal(patron, wants({ minor: 90_000 }))).toBe('amount_too_high');
    expect(await refusal(patron, wants({ minor: 900, tierSlug: 'patron' }))).toBe(
      'below_tier_minimum',
    );
    expect(await refusal(patron, wants({ minor: 900, tierSlug: 'none' }))).toBe('tier_unknown');
    expect(await refusal(patron, { ...wants({ minor: 0 }), amount: money(900, 'USD') })).toBe(
      'other_currency',
    );
  });

  it('while it ends, and while a payment fails', async () => {
    const patron = await joinAsPatron(product, { email: 'refused@example.org', amountMinor: 600 });
    const { stripeSubscriptionId } = await rowOf(patron);
    product.stripe.engine.request('POST', `/v1/subscriptions/${stripeSubscriptionId ?? ''}`, {
      cancel_at_period_end: true,
    });
    expect(await refusal(patron, wants({ minor: 900 }))).toBe('ending');
    const failing = await joinAsPatron(product, { email: 'failing@example.org', amountMinor: 600 });
    putFailingCard(product.stripe, failing.email);
    await passDays(product, 32);
    expect(await refusal(failing, wants({ minor: 900 }))).toBe('payment_failing');
    expect((await rowOf(failing)).status).toBe('past_due');
  });
});
