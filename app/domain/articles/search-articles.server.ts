import { and, desc, sql } from 'drizzle-orm';
import { articles } from '../../db/schema/articles.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import type { StoryCard } from './article.ts';
import { isOut, selectCards, toCard } from './card-rows.server.ts';
import { toTsQuery } from './search-query.ts';

const perPage = 20;

export interface SearchView {
  readonly stories: readonly StoryCard[];
  /** Counted from 1; null = this is the last page. */
  readonly nextPage: number | null;
}

/**
 * Stories whose public words hold all the words typed; best first, the page's language before the
 * other. What is gated is not searched, whoever asks.
 */
export async function searchArticles(
  ctx: Ctx,
  input: { readonly typed: string; readonly locale: Locale; readonly page: number },
): Promise<SearchView> {
  const query = toTsQuery(input.typed);
  if (!query) return { stories: [], nextPage: null };
  const tsQuery = sql`to_tsquery('simple', ${query})`;
  const rows = await selectCards(ctx)
    .where(and(isOut(ctx), sql`${articles.search} @@ ${tsQuery}`))
    .orderBy(
      sql`(${articles.language} = ${input.locale}) desc`,
      desc(sql`ts_rank(${articles.search}, ${tsQuery}, 1)`),
      desc(articles.publishedAt),
      desc(articles.id),
    )
    .limit(perPage + 1)
    .offset((input.page - 1) * perPage);
  return {
    stories: rows.slice(0, perPage).map(toCard),
    nextPage: rows.length > perPage ? input.page + 1 : null,
  };
}
