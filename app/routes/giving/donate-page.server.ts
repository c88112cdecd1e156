import { guessCurrency, languagesOf } from '../../domain/asks/currency-guess.ts';
import { findArticleReference } from '../../domain/articles/find-article-reference.server.ts';
import { readCampaign } from '../../domain/campaigns/read-campaign.server.ts';
import {
  type GivingFields,
  type GivingFormView,
  type GivingProblems,
  firstCurrency,
  isFrequency,
  prefilledFields,
  raiseMinimums,
} from '../../domain/asks/giving-form.ts';
import { hostOnly } from '../../domain/asks/attribution.ts';
import type { PostedGift } from '../../domain/asks/posted-gift.ts';
import { listTiers } from '../../domain/memberships/list-tiers.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import type { GivingCurrency } from '../../kernel/currencies.ts';
import { type AmountRules, type Frequency } from '../../kernel/giving-amounts.ts';
import { localPath } from '../../kernel/locale.ts';
import type { GivingNoticeView } from '../../ui/donate-form/giving-notice.tsx';
import type { RequestArgs } from '../../web/context.ts';
import { localeOf } from '../../web/locale.ts';

/** The full page of a giving form. */
export interface GivingPageView {
  readonly newsroomName: string;
  readonly form: GivingFormView;
  /** Where the reader came from. */
  readonly article: { readonly path: string; readonly headline: string } | null;
  readonly campaign: { readonly path: string; readonly title: string } | null;
  readonly notice: GivingNoticeView | null;
}

/** What a form is to hold when it is drawn: from the address of the page, or from a form that comes back. */
export interface FormStart {
  readonly currency: GivingCurrency;
  readonly frequency: Frequency;
  readonly articleSlug: string | null;
  readonly campaignSlug: string | null;
  readonly askId: string | null;
  readonly askVariant: string | null;
  readonly referrerHost: string | null;
  readonly typed: GivingFields | null;
  readonly problems: GivingProblems;
  readonly rules: AmountRules;
}

/** Draws the page. An article or a campaign that there is not is left out. */
export async function givingPage(
  args: RequestArgs,
  start: FormStart,
  notice: GivingNoticeView | null = null,
): Promise<GivingPageView> {
  const { services } = args.context;
  const locale = localeOf(args.request);
  const [newsroom, article, campaign] = await Promise.all([
    readNewsroom(services),
    start.articleSlug ? findArticleReference(services, { slug: start.articleSlug }) : null,
    start.campaignSlug ? readCampaign(services, start.campaignSlug) : null,
  ]);
  return {
    newsroomName: newsroom.name[locale],
    form: {
      ...start,
      currencies: newsroom.currencies,
      articleSlug: article?.slug ?? null,
      campaignSlug: campaign?.slug ?? null,
    },
    article: article && { path: localPath(locale, article.path), headline: article.headline },
    campaign: campaign && {
      path: localPath(locale, `/campaigns/${campaign.slug}`),
      title: campaign.title[locale],
    },
    notice,
  };
}

/** Reads a page's address: `?article=&campaign=&currency=&frequency=&amount=`. */
export async function startFromAddress(args: RequestArgs, fallback: Frequency): Promise<FormStart> {
  const { request, context } = args;
  const query = new URL(request.url).searchParams;
  const asked = query.get('currency')?.toUpperCase() ?? '';
  const frequency = query.get('frequency');
  const { amounts: rules, currencies } = await readNewsroom(context.services);
  const wanted = currencies.find((one) => one === asked);
  const known = {
    currency: wanted ?? (await currencyOf(args)),
    frequency: isFrequency(frequency) ? frequency : fallback,
  };
  const amount = query.get('amount')?.slice(0, 24) ?? '';
  return {
    ...known,
    articleSlug: query.get('article'),
    campaignSlug: query.get('campaign'),
    askId: null,
    askVariant: null,
    referrerHost: foreignHost(request.headers.get('Referer'), context.services.env.appUrl),
    typed: amount === '' ? null : prefilledFields(rules, known, amount),
    problems: {},
    rules,
  };
}

/** A form that was posted, as it is drawn again. */
export async function startFromPosted(
  { context }: RequestArgs,
  posted: PostedGift,
  problems: GivingProblems,
): Promise<FormStart> {
  const { amounts: rules } = await readNewsroom(context.services);
  return {
    currency: posted.currency,
    frequency: posted.frequency,
    articleSlug: posted.origin.articleSlug,
    campaignSlug: posted.origin.campaignSlug,
    askId: posted.origin.ask?.askId ?? null,
    askVariant: posted.origin.ask?.variant ?? null,
    referrerHost: posted.origin.visit.referrerHost,
    typed: posted.fields,
    problems,
    rules,
  };
}

/** An amount that reaches no tier: the least is then the lowest tier's. */
export async function startBelowTiers(args: RequestArgs, posted: PostedGift): Promise<FormStart> {
  const start = await startFromPosted(args, posted, { amount: 'amount_too_low' });
  const [lowest] = await listTiers(args.context.services);
  if (!lowest) return start;
  const { month, year } = lowest.minimums[posted.currency];
  const least = { monthly: month, yearly: year };
  return { ...start, rules: raiseMinimums(start.rules, posted.currency, least) };
}

/** The currency to begin with: guessed from the browser's languages, else the page's own. */
export async function currencyOf({ request, context }: RequestArgs): Promise<GivingCurrency> {
  const newsroom = await readNewsroom(context.services);
  const guess = guessCurrency(languagesOf(request.headers.get('Accept-Language')));
  return guess && newsroom.currencies.includes(guess)
    ? guess
    : firstCurrency(localeOf(request), newsroom);
}

function foreignHost(referer: string | null, appUrl: string): string | null {
  if (referer === null || !URL.canParse(referer)) return null;
  const { host, hostname } = new URL(referer);
  return host === new URL(appUrl).host ? null : hostOnly(hostname);
}
