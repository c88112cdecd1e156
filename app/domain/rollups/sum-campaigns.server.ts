import { inArray, sql } from 'drizzle-orm';
import { rollupCampaigns } from '../../db/schema/rollups.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';

/**
 * What each campaign has brought, less what went back, currency by currency: other currencies are
 * other money. One query for all of them, which costs the same however many gave.
 */
export async function sumCampaigns(
  ctx: Ctx,
  campaignIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Money[]>> {
  const sums = new Map<string, Money[]>();
  if (campaignIds.length === 0) return sums;
  const { campaignId, currency, amountMinor } = rollupCampaigns;
  const rows = await ctx.db
    .select({ campaignId, currency, sum: sql<string>`sum(${amountMinor})` })
    .from(rollupCampaigns)
    .where(inArray(campaignId, [...campaignIds]))
    .groupBy(campaignId, currency);
  for (const row of rows) {
    const sum = money(Number(row.sum), row.currency);
    sums.set(row.campaignId, [...(sums.get(row.campaignId) ?? []), sum]);
  }
  return sums;
}
