import { asc, eq } from 'drizzle-orm';
import { asks } from '../../db/schema/asks.ts';
import type { Locale } from '../../kernel/locale.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { type AskPage, type AskView, judgeAsk } from './ask.ts';
import { firstCurrency } from './giving-form.ts';

export interface ChooseAskInput {
  readonly article: AskPage & {
    readonly id: string;
    readonly slug: string;
    readonly headline: string;
  };
  readonly locale: Locale;
  readonly viewer: { readonly isPatron: boolean };
  /** The slug of a campaign that the page belongs to. */
  readonly campaign?: string;
}

/**
 * The ask that stands in an article: the first of the ordered list whose rules pass. Patrons are
 * thanked instead, and a sensitive page stays silent. Depends on nothing about a reader without a
 * session, so that the page may be cached for all of them.
 */
export async function chooseAsk(ctx: Ctx, input: ChooseAskInput): Promise<AskView | null> {
  const { article, locale, viewer } = input;
  const newsroom = await readNewsroom(ctx);
  if (viewer.isPatron) {
    return article.isSensitive ? null : { kind: 'thanks', newsroomName: newsroom.name[locale] };
  }
  const now = ctx.clock.now();
  const candidates = await ctx.db
    .select()
    .from(asks)
    .where(eq(asks.isActive, true))
    .orderBy(asc(asks.position), asc(asks.id));
  const chosen = candidates.find((ask) => judgeAsk(ask, article, viewer, now).passes);
  if (!chosen) return null;
  return {
    kind: 'ask',
    heading: chosen.heading[locale],
    body: chosen.body[locale],
    form: {
      rules: newsroom.amounts,
      currency: firstCurrency(locale, newsroom.defaultCurrency),
      frequency: 'once',
      articleSlug: article.slug,
      askId: chosen.id,
      campaignSlug: input.campaign ?? null,
      referrerHost: null,
      typed: null,
      problems: {},
    },
  };
}
