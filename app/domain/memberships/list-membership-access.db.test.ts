import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { newId } from '../../platform/ids.ts';
import { supporters } from '../../db/schema/supporters.ts';
import { listMembershipAccess } from './list-membership-access.server.ts';

let product: TestProduct;
const startedAt = new Date('2026-03-01T10:00:00Z');
const endedAt = new Date('2026-05-01T10:00:00Z');
const tierId = newId();

beforeAll(async () => {
  product = await createTestProduct({ deliversEvents: false });
  const name = { en: 'Friend', uk: 'Друг' };
  await product.services.db
    .insert(tiers)
    .values({ id: tierId, slug: 'friend', rank: 1, name, description: name, perks: ['extras'] });
});
afterAll(() => product.close());

async function insertEnded(supporterId: string, endedBecause: string): Promise<string> {
  const id = newId();
  await product.services.db.insert(memberships).values({
    ...{ id, supporterId, tierId, status: 'canceled', interval: 'month', currency: 'EUR' },
    ...{ amountMinor: 500, locale: 'en', createdAt: startedAt, startedAt, endedAt, endedBecause },
  });
  return id;
}

it.each([
  ['cancellation_requested', 'duplicate'],
  ['duplicate', 'cancellation_requested'],
])('tells of the real one first, whichever was written first (%s, %s)', async (...reasons) => {
  const supporterId = newId();
  await product.services.db.insert(supporters).values({
    ...{ id: supporterId, email: `${supporterId}@example.org`, createdAt: startedAt },
  });
  const ids = [];
  for (const reason of reasons) ids.push(await insertEnded(supporterId, reason));
  // Rewritten rows come in another order from the table.
  await product.services.db
    .update(memberships)
    .set({ revision: sql`${memberships.revision} + 1` })
    .where(eq(memberships.id, ids[0] ?? ''));
  const listed = await listMembershipAccess(product.services, supporterId);
  expect(listed.map(({ wasReturned }) => wasReturned)).toEqual([false, true]);
});
