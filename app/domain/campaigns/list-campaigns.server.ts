import { desc, eq } from 'drizzle-orm';
import { campaigns } from '../../db/schema/campaigns.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { sumCampaigns } from '../rollups/sum-campaigns.server.ts';
import { type CampaignView, campaignStage, percentOf } from './campaign.ts';

export interface ListedCampaign extends CampaignView {
  /** Given in other currencies: not part of the progress, and not lost either. */
  readonly others: readonly Money[];
}

/** Every campaign with its progress, the latest to begin first. */
export async function listCampaigns(ctx: Ctx): Promise<ListedCampaign[]> {
  const rows = await ctx.db
    .select()
    .from(campaigns)
    .orderBy(desc(campaigns.startsAt), campaigns.id);
  return withProgress(ctx, rows);
}

/** One campaign with its progress; null when there is none. */
export async function readCampaignById(ctx: Ctx, id: string): Promise<ListedCampaign | null> {
  const rows = await ctx.db.select().from(campaigns).where(eq(campaigns.id, id));
  const [campaign] = await withProgress(ctx, rows);
  return campaign ?? null;
}

async function withProgress(
  ctx: Ctx,
  rows: readonly (typeof campaigns.$inferSelect)[],
): Promise<ListedCampaign[]> {
  const now = ctx.clock.now();
  const sums = await sumCampaigns(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.map(({ goalMinor, currency, ...row }) => {
    const given = sums.get(row.id) ?? [];
    const own = given.find((sum) => sum.currency === currency);
    const goal = money(goalMinor, currency);
    const raised = money(Math.max(0, own?.amountMinor ?? 0), currency);
    return {
      ...row,
      ...{ goal, raised, percent: percentOf(raised, goal), stage: campaignStage(row, now) },
      others: given.filter((sum) => sum.currency !== currency && sum.amountMinor !== 0),
    };
  });
}
