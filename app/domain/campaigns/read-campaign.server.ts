import { eq } from 'drizzle-orm';
import { campaigns } from '../../db/schema/campaigns.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { sumCampaigns } from '../rollups/sum-campaigns.server.ts';
import { type CampaignView, campaignStage, percentOf } from './campaign.ts';

/** A campaign with its progress, or null when there is none of this name. */
export async function readCampaign(ctx: Ctx, slug: string): Promise<CampaignView | null> {
  const [row] = await ctx.db.select().from(campaigns).where(eq(campaigns.slug, slug));
  if (!row) return null;
  const given = (await sumCampaigns(ctx, [row.id])).get(row.id) ?? [];
  const own = given.find(({ currency }) => currency === row.currency);
  const raised = money(Math.max(0, own?.amountMinor ?? 0), row.currency);
  const goal = money(row.goalMinor, row.currency);
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    description: row.description,
    goal,
    raised,
    percent: percentOf(raised, goal),
    stage: campaignStage(row, ctx.clock.now()),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
  };
}

/** The id of a campaign that there is, or null: what a form claims is not believed. */
export async function findCampaignId(ctx: Ctx, slug: string | null): Promise<string | null> {
  if (!slug) return null;
  const [row] = await ctx.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.slug, slug));
  return row?.id ?? null;
}
