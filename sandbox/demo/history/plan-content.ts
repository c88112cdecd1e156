import type { AskRules } from '../../../app/domain/asks/ask.ts';
import type { DemoAsk, DemoContent } from '../content/content-schema.ts';
import type { PlanContent } from './plan-types.ts';
import { idOfName } from './random.ts';

/** What gifts can be credited to, with the ids under which it is saved. */
export function planContentOf(content: DemoContent): PlanContent {
  const { campaign } = content;
  return {
    articles: content.articles.map((article) => ({
      id: articleId(article.slug),
      path: `/${article.section}/${article.slug}`,
      language: article.language,
      sectionSlug: article.section,
      tags: article.tags,
      isSensitive: article.sensitive,
      publishedDaysAgo: article.publishedDaysAgo,
    })),
    asks: content.asks.map((ask) => ({
      id: askId(ask.name),
      rules: rulesOf(ask),
      test: ask.test ?? null,
    })),
    tiers: content.tiers.map(({ slug, order, minimumMinor }) => ({
      slug,
      rank: order,
      minimumMinor,
    })),
    campaign: {
      id: campaignId(campaign.slug),
      slug: campaign.slug,
      startedDaysAgo: campaign.startedDaysAgo,
    },
  };
}

export const articleId = (slug: string) => idOfName('article', slug);
export const askId = (name: string) => idOfName('ask', name);
export const campaignId = (slug: string) => idOfName('campaign', slug);

export function rulesOf({ rules }: DemoAsk): AskRules {
  return {
    anyTags: rules.tagsAny,
    noTags: rules.tagsNone,
    sections: rules.sectionsAny,
    excludeSensitive: rules.excludeSensitive,
    notForPatrons: rules.notForPatrons,
  };
}
