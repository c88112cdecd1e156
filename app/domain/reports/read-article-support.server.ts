import { and, eq, sql } from 'drizzle-orm';
import { articles } from '../../db/schema/articles.ts';
import { rollupSources } from '../../db/schema/rollups-sources.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import type { DaySpan } from './report-range.ts';
import { inDays } from './sources/read-kept-sums.server.ts';
import { wholeNumber } from './sql-figures.server.ts';
import type { ArticleSupport } from './supporter-report.ts';

const { dimension, key, settlementCurrency, charges, grossMinor, returnedMinor } = rollupSources;

/**
 * The articles that brought the most gifts in some days, with what these came to in each settlement
 * currency. Ordered by number of gifts, since currencies can't be compared; ties by amount. One query.
 */
export async function readTopArticles(
  ctx: Ctx,
  input: { days: DaySpan; count: number },
): Promise<ArticleSupport[]> {
  const brought = ctx.db.$with('brought').as(
    ctx.db
      .select({
        key,
        settlementCurrency,
        gross: sql<number>`sum(${grossMinor} + ${returnedMinor})`.as('gross'),
        allGifts: sql<number>`sum(sum(${charges})) over (partition by ${key})`.as('all_gifts'),
        allGross:
          sql<number>`max(sum(${grossMinor} + ${returnedMinor})) over (partition by ${key})`.as(
            'all_gross',
          ),
      })
      .from(rollupSources)
      .where(and(eq(dimension, 'article'), sql`${key} <> ''`, inDays(input.days)))
      .groupBy(key, settlementCurrency),
  );
  const ranked = ctx.db.$with('ranked').as(
    ctx.db
      .select({
        key: brought.key,
        settlementCurrency: brought.settlementCurrency,
        gross: brought.gross,
        allGifts: brought.allGifts,
        place:
          sql<number>`dense_rank() over (order by ${brought.allGifts} desc, ${brought.allGross} desc, ${brought.key})`.as(
            'place',
          ),
      })
      .from(brought)
      .where(sql`${brought.allGifts} > 0`),
  );
  const rows = await ctx.db
    .with(brought, ranked)
    .select({
      articleId: articles.id,
      headline: articles.headline,
      slug: articles.slug,
      sectionSlug: articles.sectionSlug,
      language: articles.language,
      settlementCurrency: ranked.settlementCurrency,
      gross: wholeNumber(sql`${ranked.gross}`),
      allGifts: wholeNumber(sql`${ranked.allGifts}`),
    })
    .from(ranked)
    .innerJoin(articles, sql`${articles.id}::text = ${ranked.key}`)
    .where(sql`${ranked.place} <= ${input.count}`)
    .orderBy(sql`${ranked.place}`, ranked.settlementCurrency);
  const found = new Map<string, ArticleSupport>();
  for (const row of rows) {
    const known = found.get(row.articleId);
    const settled = row.settlementCurrency === '' ? [] : [money(row.gross, row.settlementCurrency)];
    found.set(row.articleId, {
      articleId: row.articleId,
      headline: row.headline,
      path: `/${row.sectionSlug}/${row.slug}`,
      language: row.language,
      gifts: row.allGifts,
      support: [...(known?.support ?? []), ...settled],
    });
  }
  return [...found.values()];
}
