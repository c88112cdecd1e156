import { asc, desc, eq } from 'drizzle-orm';
import { articles } from '../../db/schema/articles.ts';
import { campaigns } from '../../db/schema/campaigns.ts';
import { tiers } from '../../db/schema/memberships.ts';
import type { Ctx } from '../ports/context.ts';
import { listSettlementCurrencies } from './export-supporters.server.ts';
import type { FilterOptions } from './filter-options.ts';
import type { SupporterFilter } from './supporter-filter.ts';

/** Only so many campaigns are offered; an address can name any. */
const campaignsOffered = 100;

/** Four queries. */
export async function readFilterOptions(ctx: Ctx, filter: SupporterFilter): Promise<FilterOptions> {
  const [ofTiers, ofCampaigns, currencies, ofArticles] = await Promise.all([
    ctx.db.select({ slug: tiers.slug, name: tiers.name }).from(tiers).orderBy(asc(tiers.rank)),
    ctx.db
      .select({ id: campaigns.id, title: campaigns.title })
      .from(campaigns)
      .orderBy(desc(campaigns.startsAt))
      .limit(campaignsOffered),
    listSettlementCurrencies(ctx),
    filter.articleId
      ? ctx.db
          .select({ headline: articles.headline })
          .from(articles)
          .where(eq(articles.id, filter.articleId))
      : [],
  ]);
  return {
    tiers: ofTiers,
    campaigns: ofCampaigns,
    currencies,
    articleTitle: ofArticles[0]?.headline ?? null,
  };
}
