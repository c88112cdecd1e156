import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { addDays } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import { newId } from '../../platform/ids.ts';
import { listCampaigns, readCampaignById } from './list-campaigns.server.ts';
import { readCampaign } from './read-campaign.server.ts';
import { addCampaign, changeCampaign, endCampaign } from './write-campaign.server.ts';

let product: TestProduct;
const actorId = newId();
const act = { actorId, reason: 'Winter' };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.close());

function terms() {
  const now = product.services.clock.now();
  return {
    ...{ title: { en: 'A boat', uk: 'Човен' }, description: { en: 'Why', uk: 'Навіщо' } },
    ...{ goal: money(500_000, 'EUR'), startsAt: addDays(now, -1), endsAt: addDays(now, 30) },
  };
}

it('is added, changed and ended, each with a word in the audit log', async () => {
  const { services } = product;
  const added = await addCampaign(services, { ...act, ...terms(), slug: 'boat' });
  if (!added.ok) throw new Error(added.reason);
  const { campaignId } = added.value;
  expect(await addCampaign(services, { ...act, ...terms(), slug: 'boat' })).toMatchObject({
    reason: 'slug_taken',
  });
  const higher = { ...act, ...terms(), campaignId, goal: money(900_000, 'EUR') };
  expect(await changeCampaign(services, higher)).toMatchObject({ ok: true });
  expect(await changeCampaign(services, { ...higher, goal: money(1, 'USD') })).toMatchObject({
    reason: 'other_currency',
  });
  expect(
    await changeCampaign(services, { ...higher, endsAt: addDays(higher.startsAt, -1) }),
  ).toMatchObject({ reason: 'dates_reversed' });
  expect(await changeCampaign(services, { ...higher, campaignId: newId() })).toMatchObject({
    reason: 'gone',
  });
  expect(await readCampaign(services, 'boat')).toMatchObject({
    ...{ goal: money(900_000, 'EUR'), stage: 'running', percent: 0 },
  });
  expect(await endCampaign(services, { ...act, campaignId })).toMatchObject({ ok: true });
  expect(await endCampaign(services, { ...act, campaignId })).toMatchObject({
    reason: 'already_over',
  });
  expect(await readCampaignById(services, campaignId)).toMatchObject({ stage: 'over' });
  const { rows } = await services.database.pool.query<{ action: string }>(
    'select action from audit_entries where subject_id = $1 order by at, id',
    [campaignId],
  );
  expect(rows.map((row) => row.action)).toEqual([
    ...['campaign.added', 'campaign.changed', 'campaign.ended'],
  ]);
});

it('that has not begun can be called off', async () => {
  const { services } = product;
  const startsAt = addDays(services.clock.now(), 3);
  const added = await addCampaign(services, { ...act, ...terms(), slug: 'later', startsAt });
  if (!added.ok) throw new Error(added.reason);
  const { campaignId } = added.value;
  expect(await endCampaign(services, { ...act, campaignId })).toMatchObject({ ok: true });
  const later = (await listCampaigns(services)).find(({ id }) => id === campaignId);
  expect(later).toMatchObject({ stage: 'over', others: [] });
});
