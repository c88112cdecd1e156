import { afterAll, beforeAll, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { addDays } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import { newId } from '../../platform/ids.ts';
import { campaignPaymentsPath } from '../../ui/admin/campaigns/campaign-paths.ts';
import { startDonation } from '../donations/start-donation.server.ts';
import { checkLedger, ledgerAgrees } from '../ledger/check-ledger.server.ts';
import { noAttribution } from '../ports/attribution.ts';
import { refundPayment } from '../refunds/refund-payment.server.ts';
import { parsePaymentFilter } from '../reports/payment-filter.ts';
import { sumPayments } from '../reports/sum-payments.server.ts';
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

it('shows as raised what its payments come to, returns and other currencies apart', async () => {
  const { services, stripe } = product;
  const added = await addCampaign(services, { ...act, ...terms(), slug: 'bridge' });
  if (!added.ok) throw new Error(added.reason);
  const { campaignId } = added.value;
  const gifts = [money(2_500, 'EUR'), money(4_000, 'EUR'), money(1_500, 'USD')];
  const charges: string[] = [];
  for (const [at, amount] of gifts.entries()) {
    const attribution = { ...noAttribution, campaignId };
    const started = await startDonation(services, giftInput({ amount, attribution }));
    if (!started.ok) throw new Error(started.reason);
    payOnStripe(stripe, started.value.checkoutUrl, { email: `bridge-${at}@example.org` });
    await product.settle();
    const { donationId } = started.value;
    const { rows } = await services.database.pool.query<{ id: string }>(
      'select id from payments where source_id = $1',
      [donationId],
    );
    charges.push(rows[0]?.id ?? '');
  }
  const returned = await refundPayment(services, {
    ...{ actorId, paymentId: charges[1] ?? '', amountMinor: 1_000, why: 'Half of it' },
    ...{ reason: 'requested_by_customer', attemptKey: newId() },
  });
  expect(returned.ok).toBe(true);
  await product.settle();
  const campaign = await readCampaignById(services, campaignId);
  expect(campaign).toMatchObject({
    ...{ raised: money(5_500, 'EUR'), percent: 1, others: [money(1_500, 'USD')] },
  });
  for (const shown of [campaign?.raised, ...(campaign?.others ?? [])]) {
    const path = campaignPaymentsPath(campaignId, shown?.currency ?? '');
    const filter = parsePaymentFilter(new URL(path, 'http://desk.test').searchParams);
    const sums = await sumPayments(services, { filter, timeZone: 'Europe/Kyiv' });
    expect(sums?.map(({ amount }) => amount)).toEqual([shown]);
  }
  expect(ledgerAgrees(await checkLedger(services))).toBe(true);
});
