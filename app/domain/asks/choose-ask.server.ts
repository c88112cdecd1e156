import { asc, eq } from 'drizzle-orm';
import { asks } from '../../db/schema/asks.ts';
import type { Locale } from '../../kernel/locale.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import type { AskPlan, AskTest, AskVariant } from './ab-test/ab-test.ts';
import { readRunningTests } from './ab-test/read-ask-tests.server.ts';
import { type AskAlternative, type AskPage, type AskView, judgeAsk, needsBrowser } from './ask.ts';
import { firstCurrency } from './giving-form.ts';

export interface ChooseAskInput {
  readonly article: AskPage & {
    readonly id: string;
    readonly slug: string;
    readonly headline: string;
  };
  readonly locale: Locale;
  readonly viewer: { readonly isPatron: boolean };
  /** ISO 3166, as a CDN in front tells; null: unknown. */
  readonly country: string | null;
  /** The slug of a campaign that the page belongs to. */
  readonly campaign?: string;
}

type AskRow = typeof asks.$inferSelect;

/** More would make pages heavy. A browser that has had enough of all of them sees none. */
const mostAlternatives = 3;

/**
 * The ask that stands in an article: the first of the ordered list whose rules pass. Patrons are
 * thanked instead, and a sensitive page stays silent. Depends on nothing about a reader without a
 * session but the country that the answer varies by, so that the page may be cached for all of them:
 * what only a browser can judge is left to it, with what may stand instead. `byCountry`: the answer
 * depends on the country.
 */
export async function chooseAsk(
  ctx: Ctx,
  input: ChooseAskInput,
): Promise<{ readonly view: AskView | null; readonly byCountry: boolean }> {
  const { article, locale, viewer, country } = input;
  const newsroom = await readNewsroom(ctx);
  if (viewer.isPatron) {
    const thanks = { kind: 'thanks', newsroomName: newsroom.name[locale] } as const;
    return { view: article.isSensitive ? null : thanks, byCountry: false };
  }
  const now = ctx.clock.now();
  const [all, tests] = await Promise.all([
    ctx.db
      .select()
      .from(asks)
      .where(eq(asks.isActive, true))
      .orderBy(asc(asks.position), asc(asks.id)),
    readRunningTests(ctx),
  ]);
  const reader = { ...viewer, country, browser: null };
  const passing = all.filter((ask) => judgeAsk(ask, article, reader, now).passes);
  const last = passing.findIndex(({ rules }) => !needsBrowser(rules));
  const candidates = passing.slice(
    0,
    Math.min(last < 0 ? passing.length : last + 1, mostAlternatives),
  );
  const byCountry = all.some(({ rules }) => rules.countries?.length);
  const [first, ...others] = candidates.flatMap((ask) =>
    variantsOf(ask, tests.get(ask.id)).map(([arm, words]): AskAlternative => ({
      ...{ askId: ask.id, arm, heading: words.heading[locale], body: words.body[locale] },
      form: {
        rules: newsroom.amounts,
        currency: firstCurrency(locale, newsroom),
        currencies: newsroom.currencies,
        frequency: words.frequency,
        articleSlug: article.slug,
        askId: ask.id,
        askVariant: null,
        campaignSlug: input.campaign ?? null,
        referrerHost: null,
        typed: null,
        problems: {},
      },
    })),
  );
  if (!first) return { view: null, byCountry };
  const isPlanned =
    candidates.some(({ id, rules }) => tests.has(id) || needsBrowser(rules)) ||
    // Articles are counted on every page as long as any ask wants to know.
    all.some(({ rules }) => rules.minArticles);
  return {
    view: {
      kind: 'ask',
      articleSlug: article.slug,
      alternatives: [first, ...others],
      plan: isPlanned
        ? { slug: article.slug, asks: candidates.map((ask) => planOf(ask, tests.get(ask.id))) }
        : null,
    },
    byCountry,
  };
}

function variantsOf(ask: AskRow, test: AskTest | undefined): ['a' | 'b', AskVariant][] {
  return [['a', ask], ...(test?.b ? [['b', test.b] as ['b', AskVariant]] : [])];
}

function planOf({ id, rules }: AskRow, test: AskTest | undefined): AskPlan['asks'][number] {
  const { maxViews, minArticles } = rules;
  return {
    id,
    ...(maxViews ? { maxViews } : {}),
    ...(minArticles ? { minArticles } : {}),
    ...(test
      ? { test: { number: test.number, shareB: test.shareB, holdBack: test.holdBack } }
      : {}),
  };
}
