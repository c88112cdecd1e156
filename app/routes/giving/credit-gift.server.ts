import {
  type ArticleReference,
  findArticleReference,
} from '../../domain/articles/find-article-reference.server.ts';
import { findCampaignId } from '../../domain/campaigns/read-campaign.server.ts';
import type { Attribution } from '../../domain/ports/attribution.ts';
import type { Ctx } from '../../domain/ports/context.ts';
import {
  type GiftOrigin,
  claimAttribution,
  settleAttribution,
} from '../../domain/asks/attribution.ts';
import { creditAsk } from '../../domain/asks/find-ask.server.ts';

/**
 * What a gift is credited to: the form's claim, as far as there are such rows. `article` is the one
 * that the reader came from, to lead them back to.
 */
export async function creditGift(
  ctx: Ctx,
  origin: GiftOrigin,
): Promise<{ attribution: Attribution; article: ArticleReference | null }> {
  const claim = claimAttribution(origin);
  const [article, ask, campaignId] = await Promise.all([
    claim.articleSlug ? findArticleReference(ctx, { slug: claim.articleSlug }) : null,
    creditAsk(ctx, claim.ask),
    findCampaignId(ctx, claim.campaignSlug),
  ]);
  const found = { articleId: article?.id ?? null, ...ask, campaignId };
  return { attribution: settleAttribution(found, origin), article };
}
