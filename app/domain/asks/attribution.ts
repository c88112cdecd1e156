import type { Attribution } from '../ports/attribution.ts';

/** What a visit left behind in the browser's session storage, and a script added to the form. */
export interface VisitTrace {
  readonly lastArticle: string | null;
  /** An ask under test that was seen in that article, with the variant. */
  readonly lastAsk: AskClaim | null;
  readonly campaign: string | null;
  readonly referrerHost: string | null;
  readonly utm: UtmFields;
}

export interface AskClaim {
  readonly askId: string;
  readonly variant: string | null;
}

export interface UtmFields {
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly term: string | null;
  readonly content: string | null;
}

/** Where a gift's form was filled in, as claimed by the form: all of it slugs and ids yet to be checked. */
export interface GiftOrigin {
  /** The article that the form stood in, or that the link to the form named. */
  readonly articleSlug: string | null;
  readonly ask: AskClaim | null;
  readonly campaignSlug: string | null;
  /** The address of the page that posted the form. */
  readonly postedFrom: URL | null;
  readonly visit: VisitTrace;
}

export interface AttributionClaim {
  readonly articleSlug: string | null;
  readonly ask: AskClaim | null;
  readonly campaignSlug: string | null;
}

/**
 * What the gift is to be credited to, by precedence: an explicit campaign link, then the page on
 * which the form was submitted, then the last article read in the session. So a campaign's own page
 * is not credited to an article that happened to be read before it. The ask follows the article: the
 * one that the form stood in, else the one that was seen in the last article.
 */
export function claimAttribution(origin: GiftOrigin): AttributionClaim {
  const campaignSlug =
    origin.campaignSlug ??
    nonEmpty(origin.postedFrom?.searchParams.get('campaign')) ??
    origin.visit.campaign;
  const articleSlug = origin.articleSlug ?? (campaignSlug ? null : origin.visit.lastArticle);
  const seen = articleSlug === null ? null : origin.visit.lastAsk;
  return { articleSlug, ask: origin.articleSlug ? origin.ask : seen, campaignSlug };
}

/** The UTM fields of the visit: those of the posting page's own address, else those it arrived with. */
export function utmOf(origin: GiftOrigin): UtmFields {
  const own = utmFrom(origin.postedFrom?.searchParams ?? new URLSearchParams());
  return Object.values(own).some((value) => value !== null) ? own : origin.visit.utm;
}

/** Reads the `utm_*` parameters of an address. */
export function utmFrom(query: URLSearchParams): UtmFields {
  const read = (name: string) => nonEmpty(query.get(`utm_${name}`));
  return {
    source: read('source'),
    medium: read('medium'),
    campaign: read('campaign'),
    term: read('term'),
    content: read('content'),
  };
}

/** A claim whose rows were found, with the facts of the visit, as it is kept for good. */
export function settleAttribution(
  found: Pick<Attribution, 'articleId' | 'askId' | 'askVariant' | 'campaignId'>,
  origin: GiftOrigin,
): Attribution {
  const utm = utmOf(origin);
  return {
    ...found,
    referrerHost: hostOnly(origin.visit.referrerHost),
    utmSource: utm.source,
    utmMedium: utm.medium,
    utmCampaign: utm.campaign,
    utmTerm: utm.term,
    utmContent: utm.content,
  };
}

const keptLength = 120;

function nonEmpty(value: string | null | undefined): string | null {
  const trimmed = value?.trim().slice(0, keptLength);
  return trimmed ? trimmed : null;
}

/** A host name and nothing else: whatever came from a browser is not trusted to be one. */
export function hostOnly(value: string | null): string | null {
  return value !== null && /^[a-z0-9.-]{1,253}$/i.test(value) ? value.toLowerCase() : null;
}
