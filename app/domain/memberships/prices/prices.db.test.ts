import { and, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
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
import { priceMigrationMembers } from '../../../db/schema/prices.ts';
import { auditEntries } from '../../../db/schema/supporters.ts';
import { pricesStep } from '../../../jobs/day/prices.server.ts';
import { prepareMail } from '../../../jobs/mail/prepare-mail.server.ts';
import { checkLedger, ledgerAgrees } from '../../ledger/check-ledger.server.ts';
import { money } from '../../../kernel/money.ts';
import { changeMembership } from '../changes/change-membership.server.ts';
import { previewChange } from '../changes/preview-change.server.ts';
import { withdrawChange } from '../changes/withdraw-change.server.ts';
import { continueMembership } from '../ending/continue-membership.server.ts';
import { endMembership } from '../ending/end-membership.server.ts';
import { listTiers } from '../list-tiers.server.ts';
import { callOffPriceMigration, retryPriceMigration } from './call-off-price-migration.server.ts';
import { changeTierPrices } from './change-tier-prices.server.ts';
import { previewPriceChange } from './preview-price-change.server.ts';
import { type TierMinimum, raisedMinimums } from './price-change.ts';
import { listStuckMembers, readPriceMigration } from './read-price-migrations.server.ts';
import { readTierToEdit, tierVersion } from './read-tier-to-edit.server.ts';

// Months pass in them.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct({ startsAt: new Date('2026-03-03T10:00:00Z') });
});
beforeEach(() => offerTiers(product));
afterEach(() => endEverySubscription(product));
afterAll(async () => {
  await passDays(product, 1);
  const ledger = await checkLedger(product.services);
  expect(ledger).toMatchObject({ missing: [], differing: [] });
  expect(ledgerAgrees(ledger)).toBe(true);
  await product.close();
});

const raisedTo = (month: number): TierMinimum[] => [
  { currency: 'EUR', interval: 'month', minimumMinor: month },
  { currency: 'EUR', interval: 'year', minimumMinor: 2000 },
];

async function friend() {
  const found = (await listTiers(product.services)).find(({ slug }) => slug === 'friend');
  const tier = found && (await readTierToEdit(product.services, found.id));
  if (!tier) throw new Error('no tier');
  return tier;
}

async function raise(month: number, noticeDays: number | null) {
  const tier = await friend();
  const changed = await changeTierPrices(product.services, {
    ...{ actorId: someone.supporterId, tierId: tier.id, expected: tierVersion(tier) },
    ...{ minimums: raisedTo(month), noticeDays, reason: 'costs' },
  });
  if (!changed.ok) throw new Error(changed.reason);
  return changed.value.migrationId ?? '';
}

async function daysPass(days: number) {
  for (let day = 0; day < days; day += 1) {
    await passDays(product, 1);
    await pricesStep.run(product.services);
    await product.settle();
  }
}

const paidBy = async ({ membershipId }: TestPatron) => {
  const rows = await product.services.db
    .select()
    .from(payments)
    .where(and(eq(payments.sourceId, membershipId), eq(payments.kind, 'charge')))
    .orderBy(payments.occurredAt);
  return rows.map(({ amountMinor }) => amountMinor);
};
const statusOf = async ({ membershipId }: TestPatron, migrationId: string) => {
  const rows = await product.services.db
    .select()
    .from(priceMigrationMembers)
    .where(
      and(
        eq(priceMigrationMembers.migrationId, migrationId),
        eq(priceMigrationMembers.membershipId, membershipId),
      ),
    );
  return rows[0]?.status ?? null;
};
const noticesTo = ({ email }: TestPatron) =>
  product.services.db
    .select()
    .from(mails)
    .where(and(eq(mails.recipient, email), eq(mails.template, 'price-change')));

let someone: TestPatron;
let number = 0;
const join = (amountMinor: number, more: { coversFee?: boolean } = {}) => {
  number += 1;
  return joinAsPatron(product, {
    ...{ email: `price-${number}@example.org`, amountMinor, tierSlug: 'friend' },
    ...more,
  });
};

describe('a tier’s new price', () => {
  it('is for those who join, when present patrons keep what they pay', async () => {
    someone = await join(300);
    await raise(500, null);
    const tier = await friend();
    expect(tier.minimums).toEqual(expect.arrayContaining(raisedTo(500)));
    await daysPass(2);
    await passDays(product, 35);
    expect(await paidBy(someone)).toEqual([300, 300]);
    expect(await noticesTo(someone)).toEqual([]);
    const [entry] = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'tier.price_changed'));
    expect(entry).toMatchObject({ reason: 'costs', subjectKind: 'tier' });
  });

  it('is not set by the later of two who edit at once', async () => {
    someone = await join(300);
    const tier = await friend();
    const change = () =>
      changeTierPrices(product.services, {
        ...{ actorId: someone.supporterId, tierId: tier.id, expected: tierVersion(tier) },
        ...{ minimums: raisedTo(450), noticeDays: null, reason: 'costs' },
      });
    const both = await Promise.all([change(), change()]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe('a move with notice', () => {
  it('charges nobody more before the notice is over, and then each from the next period, once', async () => {
    someone = await join(300);
    const covering = await join(300, { coversFee: true });
    const above = await join(700);
    const leaving = await join(200);
    const tier = await friend();
    const effect = await previewPriceChange(
      product.services,
      tier.id,
      raisedMinimums(tier.minimums, raisedTo(500)),
    );
    expect(effect).toMatchObject([
      { patrons: 3, now: { amountMinor: 800 }, then: { amountMinor: 1500 } },
    ]);
    const migrationId = await raise(500, 40);
    await daysPass(1);
    expect(await noticesTo(someone)).toHaveLength(1);
    expect(await noticesTo(above)).toEqual([]);
    const written = await prepareMail(product.services, {
      ...{ id: 'x', template: 'price-change', locale: 'uk', recipient: someone.email },
      ...{ subjectId: `${someone.membershipId}@${migrationId}` },
    } as Parameters<typeof prepareMail>[1]);
    expect(written.ok && written.value.text).toContain('/uk/links/cancellation/');
    const whose = { membershipId: leaving.membershipId };
    expect(await endMembership(product.services, { whose, reason: null })).toMatchObject({
      ok: true,
    });
    await daysPass(36);
    // A renewal fell into the notice: the old price.
    expect(await paidBy(someone)).toEqual([300, 300]);
    expect(await statusOf(someone, migrationId)).toBe('told');
    await daysPass(5);
    expect(await statusOf(someone, migrationId)).toBe('moved');
    expect(await paidBy(someone)).toEqual([300, 300]);
    await daysPass(30);
    await daysPass(31);
    expect(await paidBy(someone)).toEqual([300, 300, 500, 500]);
    const [first, , third] = await paidBy(covering);
    expect(third).toBe(500 + ((first ?? 0) - 300));
    expect(await paidBy(above)).toEqual([700, 700, 700, 700]);
    expect(await statusOf(leaving, migrationId)).toBe('left');
    expect(await paidBy(leaving)).toEqual([200]);
    expect(await noticesTo(someone)).toHaveLength(1);
    expect(await readPriceMigration(product.services, migrationId)).toMatchObject({
      isOpen: false,
    });
  });

  it('can be called off before its day: nothing changes for anybody', async () => {
    someone = await join(300);
    const migrationId = await raise(500, 7);
    await daysPass(3);
    const callOff = () =>
      callOffPriceMigration(product.services, {
        ...{ actorId: someone.supporterId, migrationId, reason: 'better so' },
      });
    expect(await callOff()).toEqual({ ok: true, value: { spared: 1 } });
    expect(await callOff()).toEqual({ ok: false, reason: 'nothing_left' });
    await daysPass(10);
    await passDays(product, 30);
    expect(await paidBy(someone)).toEqual([300, 300]);
    expect(await statusOf(someone, migrationId)).toBe('called_off');
  });

  it('that its patron takes back, or that goes with a cancellation, does not count as moved', async () => {
    someone = await join(300);
    const covering = await join(300, { coversFee: true });
    const leaving = await join(300);
    const choosing = await join(300);
    const staying = await join(300);
    const migrationId = await raise(500, 7);
    await daysPass(9);
    const all = [someone, covering, leaving, choosing, staying];
    for (const one of all) expect(await statusOf(one, migrationId)).toBe('moved');
    for (const { supporterId } of [someone, covering]) {
      expect(await withdrawChange(product.services, { supporterId })).toEqual({
        ...{ ok: true, value: null },
      });
    }
    const whose = { membershipId: leaving.membershipId };
    expect((await endMembership(product.services, { whose, reason: null })).ok).toBe(true);
    expect((await continueMembership(product.services, { whose })).ok).toBe(true);
    const requested = {
      ...{ tierSlug: 'friend', amount: money(600, 'EUR'), coversFee: false },
      interval: 'month' as const,
    };
    const { supporterId } = choosing;
    const preview = await previewChange(product.services, { supporterId, requested, at: null });
    if (!preview.ok) throw new Error(preview.reason);
    const { at, figures } = preview.value;
    const shown = {
      ...{ at, dueNowMinor: figures.dueNow.amountMinor },
      nextMinor: figures.next.amount.amountMinor,
    };
    expect((await changeMembership(product.services, { supporterId, requested, shown })).ok).toBe(
      true,
    );
    await product.settle();
    await daysPass(3);
    for (const one of [someone, covering, leaving, choosing]) {
      expect(await statusOf(one, migrationId)).toBe('left');
    }
    await passDays(product, 30);
    expect(await paidBy(someone)).toEqual([300, 300]);
    expect(await statusOf(staying, migrationId)).toBe('moved');
    expect(await paidBy(staying)).toEqual([300, 500]);
  });

  it('waits for those whose payment fails, lists them, and gives up after long', async () => {
    someone = await join(300);
    const migrationId = await raise(500, 33);
    putFailingCard(product.stripe, someone.email);
    await daysPass(38);
    expect(await listStuckMembers(product.services, migrationId)).toMatchObject([
      { email: someone.email, status: 'told', problem: 'payment_failing' },
    ]);
    await product.services.db
      .update(priceMigrationMembers)
      .set({ status: 'failed' })
      .where(eq(priceMigrationMembers.migrationId, migrationId));
    expect(
      await retryPriceMigration(product.services, {
        ...{ actorId: someone.supporterId, migrationId, reason: 'card mended' },
      }),
    ).toEqual({ ok: true, value: { retried: 1 } });
    expect(await statusOf(someone, migrationId)).toBe('told');
  });
});
