import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { payments } from '../../db/schema/ledger.ts';
import { retentionUses } from '../../db/schema/offers.ts';
import { addDays, addMonths } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import { newId } from '../../platform/ids.ts';
import { readMembershipById } from '../memberships/read-membership.server.ts';
import { saveTiers } from '../memberships/save-tiers.server.ts';
import { startMembership } from '../memberships/start-membership.server.ts';
import { readRecurringDrift } from '../reports/read-recurring.server.ts';
import { acceptRetentionOffer } from './accept-retention-offer.server.ts';
import { createOffer } from './create-offer.server.ts';
import { listOffers } from './list-offers.server.ts';
import { readRetentionOffer } from './read-retention-offer.server.ts';

let product: TestProduct;
let id = '';
let supporterId = '';
const begins = new Date('2026-03-10T09:00:00Z');
const amount = money(1000, 'EUR');

beforeAll(async () => {
  product = await createTestProduct({ startsAt: begins });
  await saveTiers(product.services, [
    {
      slug: 'patron',
      rank: 1,
      name: { en: 'Patron', uk: 'Патрон' },
      description: { en: '', uk: '' },
      perks: ['extras'],
      minimums: [{ currency: 'EUR', interval: 'month', minimumMinor: 1000 }],
    },
  ]);
  const started = await startMembership(product.services, {
    ...giftInput({ amount }),
    interval: 'month',
    tierSlug: 'patron',
  });
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(product.stripe, started.value.checkoutUrl, { email: 'stays@example.org' });
  await product.settle();
  id = started.value.membershipId;
  supporterId = (await readMembershipById(product.services, id))?.supporterId ?? '';
});
afterAll(() => product.close());

/** Until a day after that month's renewal: its invoice is a draft for an hour. */
async function passMonths(count: number): Promise<void> {
  product.stripe.engine.advanceTo(addDays(addMonths(begins, count), 1).getTime() / 1_000);
  await product.settle();
}

const nextCharge = async () =>
  (await readMembershipById(product.services, id))?.membership.nextCharge?.amount;
const lastCharge = async () => {
  const rows = await product.services.db
    .select()
    .from(payments)
    .where(eq(payments.sourceId, id))
    .orderBy(payments.occurredAt);
  return rows.at(-1)?.amountMinor;
};
const accept = (as = supporterId) =>
  acceptRetentionOffer(product.services, { membershipId: id, supporterId: as });

describe('an offer to stay', () => {
  it("is there once there is one, and nobody else's to take", async () => {
    expect(await readRetentionOffer(product.services, id)).toBeNull();
    await createOffer(product.services, {
      ...{ actorId: newId(), kind: 'retention', name: 'Stay', code: null },
      gift: { kind: 'percent', percent: 40, duration: 'repeating', months: 2 },
      ...{ tierSlugs: [], intervals: [], isForNewPatrons: false },
      ...{ startsAt: begins, endsAt: null, maxRedemptions: null },
    });
    expect(await readRetentionOffer(product.services, id)).toMatchObject({
      preview: { today: money(600, 'EUR'), meanwhile: { charges: 1 } },
    });
    expect(await accept(newId())).toEqual({ ok: false, reason: 'no_offer' });
    expect(await product.services.db.$count(retentionUses)).toBe(0);
  });

  it('lowers the coming charges once, whatever is clicked twice, and not again within a year', async () => {
    const answers = await Promise.all([accept(), accept()]);
    expect(answers.some((answer) => answer.ok)).toBe(true);
    expect(await nextCharge()).toEqual(money(600, 'EUR'));
    expect(await readRetentionOffer(product.services, id)).toBeNull();
    expect(await accept()).toEqual({ ok: false, reason: 'no_offer' });
    expect(await listOffers(product.services, 5)).toMatchObject([{ taken: 1 }]);
    await passMonths(1);
    expect(await lastCharge()).toBe(600);
    expect(await readRecurringDrift(product.services)).toEqual([
      { currency: 'EUR', byChanges: 600, byMemberships: 600 },
    ]);
    await passMonths(2);
    expect(await lastCharge()).toBe(600);
    await passMonths(3);
    expect(await lastCharge()).toBe(1000);
    expect(await readRetentionOffer(product.services, id)).toBeNull();
    expect(await readRecurringDrift(product.services)).toEqual([
      { currency: 'EUR', byChanges: 1000, byMemberships: 1000 },
    ]);
  });
});
