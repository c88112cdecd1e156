import { variantCode } from '../../../app/domain/asks/ab-test/ab-test.ts';
import { judgeAsk } from '../../../app/domain/asks/ask.ts';
import { type Attribution, noAttribution } from '../../../app/domain/ports/attribution.ts';
import { addDays, daysMs } from '../../../app/kernel/dates.ts';
import type { Locale } from '../../../app/kernel/locale.ts';
import type { PlanContent, PlannedArticle, PlannedAsk } from './plan-types.ts';
import type { Random } from './random.ts';

export interface DrawnAttribution {
  readonly attribution: Attribution;
  /** Where the reader is led back to. */
  readonly returnTo: string | null;
}

const referrers: readonly (readonly [string | null, number])[] = [
  [null, 46],
  ['www.google.com', 22],
  ['www.facebook.com', 8],
  ['t.me', 6],
  ['bsky.app', 5],
  ['www.reddit.com', 4],
  ['news.ycombinator.com', 3],
  ['duckduckgo.com', 3],
  ['www.linkedin.com', 2],
  ['mastodon.social', 1],
];

type Utm = readonly [source: string, medium: string, campaign: string];
const newsletter: Utm = ['newsletter', 'email', 'daily-gauge'];
const utms: readonly (readonly [Utm, number])[] = [
  [newsletter, 6],
  [['bluesky', 'social', 'thread'], 2],
  [['telegram', 'social', 'channel'], 2],
];

/** Readers give on the day they read; some come back to a story for weeks. */
const storyHalfLifeDays = 3;
const oldestCreditedDays = 240;

/** Draws what brought a gift, as the product would have written it down. */
export function drawAttribution(
  random: Random,
  content: PlanContent,
  gift: { at: Date; now: Date; locale: Locale },
): DrawnAttribution {
  const visit = drawVisit(random, random.chance(0.18) ? random.weighted(utms) : null);
  const origin = random.weighted([
    ['ask', 64],
    ['donate page', 14],
    ['none', 22],
  ] as const);
  const article = origin === 'none' ? null : drawArticle(random, content, gift);
  if (!article) return { attribution: { ...noAttribution, ...visit }, returnTo: null };
  // A form on the donate page is credited to the last article read, but to no ask.
  const ask = origin === 'ask' ? askOn(content, article, gift.at) : null;
  const credit = { askId: ask?.id ?? null, askVariant: ask ? variantOf(ask, gift) : null };
  return {
    attribution: { ...noAttribution, ...visit, articleId: article.id, ...credit },
    returnTo: article.path,
  };
}

/** A gift that came through the campaign's own page or link: credited to it and to no article. */
export function campaignAttribution(random: Random, content: PlanContent): DrawnAttribution {
  const { campaign } = content;
  const utm: Utm | null = random.chance(0.45)
    ? ['newsletter', 'email', campaign.slug]
    : random.chance(0.2)
      ? ['bluesky', 'social', campaign.slug]
      : null;
  return {
    attribution: { ...noAttribution, ...drawVisit(random, utm), campaignId: campaign.id },
    returnTo: null,
  };
}

function drawVisit(random: Random, utm: Utm | null) {
  return {
    referrerHost: utm?.[1] === 'email' ? null : random.weighted(referrers),
    utmSource: utm?.[0] ?? null,
    utmMedium: utm?.[1] ?? null,
    utmCampaign: utm?.[2] ?? null,
  };
}

function drawArticle(
  random: Random,
  content: PlanContent,
  { at, now, locale }: { at: Date; now: Date; locale: Locale },
): PlannedArticle | null {
  const weighted = content.articles.flatMap((article) => {
    const ageDays = (at.getTime() - addDays(now, -article.publishedDaysAgo).getTime()) / daysMs;
    if (ageDays < 0 || ageDays > oldestCreditedDays || article.isSensitive) return [];
    const pull = article.sectionSlug === 'investigations' ? 3 : 1;
    const freshness = 0.02 + 0.5 ** (ageDays / storyHalfLifeDays);
    return [[article, pull * freshness * (article.language === locale ? 1 : 0.12)] as const];
  });
  return weighted.length > 0 ? random.weighted(weighted) : null;
}

function askOn(content: PlanContent, article: PlannedArticle, at: Date): PlannedAsk | null {
  const passing = content.asks.find(
    ({ rules }) =>
      judgeAsk(
        { isActive: true, rules },
        article,
        { isPatron: false, country: null, browser: null },
        at,
      ).passes,
  );
  return passing ?? null;
}

/** Of a hundred gifts during a test, so many came through the variant that won. */
const shareOfWinner = 65;

/** The variant that a gift remembers. By its second, so that no other draw depends on it. */
function variantOf({ test }: PlannedAsk, { at, now }: { at: Date; now: Date }): string | null {
  if (!test || at < addDays(now, -test.startedDaysAgo) || at >= addDays(now, -test.endedDaysAgo)) {
    return null;
  }
  const isWinner = Math.floor(at.getTime() / 1_000) % 100 < shareOfWinner;
  return variantCode(1, isWinner ? 'b' : 'a');
}
