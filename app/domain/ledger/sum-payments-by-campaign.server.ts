import { inArray, sql } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';

/** What each campaign has brought, less what went back, currency by currency. One query for all of them. */
export async function sumPaymentsByCampaign(
  ctx: Ctx,
  campaignIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Money[]>> {
  const sums = new Map<string, Money[]>();
  if (campaignIds.length === 0) return sums;
  const rows = await ctx.db
    .select({
      campaignId: payments.campaignId,
      currency: payments.currency,
      sum: sql<string>`sum(${payments.amountMinor})`,
    })
    .from(payments)
    .where(inArray(payments.campaignId, [...campaignIds]))
    .groupBy(payments.campaignId, payments.currency);
  for (const { campaignId, currency, sum } of rows) {
    if (!campaignId) continue;
    sums.set(campaignId, [...(sums.get(campaignId) ?? []), money(Number(sum), currency)]);
  }
  return sums;
}
