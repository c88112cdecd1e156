import { campaigns } from '../../db/schema/campaigns.ts';
import type { Money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';

export interface CampaignToSave {
  readonly id: string;
  readonly slug: string;
  readonly title: { en: string; uk: string };
  readonly description: { en: string; uk: string };
  readonly goal: Money;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Creates a campaign, or makes the one with this id be so. */
export async function saveCampaign(ctx: Ctx, campaign: CampaignToSave): Promise<void> {
  const { goal, ...rest } = campaign;
  const row = { ...rest, goalMinor: goal.amountMinor, currency: goal.currency };
  await ctx.db.insert(campaigns).values(row).onConflictDoUpdate({ target: campaigns.id, set: row });
}
