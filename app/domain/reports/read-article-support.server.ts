import { and, eq, gte, isNotNull, lt, sql } from 'drizzle-orm';
import { articles } from '../../db/schema/articles.ts';
import { payments } from '../../db/schema/ledger.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import type { Span } from './report-month.ts';
import { wholeNumber } from './sql-figures.server.ts';
import type { ArticleSupport } from './supporter-report.ts';

/**
 * The articles that brought the most gifts in a span, with what these came to in each settlement
 * currency. Ordered by number of gifts, since currencies can't be compared; ties by amount. One query.
 */
export async function readTopArticles(
  ctx: Ctx,
  input: { span: Span; count: number },
): Promise<ArticleSupport[]> {
  const gifts = ctx.db.$with('article_gifts').as(
    ctx.db
      .select({
        articleId: payments.articleId,
        settlementCurrency: payments.settlementCurrency,
        gifts: sql<number>`count(*) filter (where ${payments.kind} = 'charge')`.as('gifts'),
        grossMinor: sql<number>`sum(${payments.settlementGrossMinor})`.as('gross_minor'),
        allGifts:
          sql<number>`sum(count(*) filter (where ${payments.kind} = 'charge')) over (partition by ${payments.articleId})`.as(
            'all_gifts',
          ),
        allGross:
          sql<number>`max(sum(${payments.settlementGrossMinor})) over (partition by ${payments.articleId})`.as(
            'all_gross',
          ),
      })
      .from(payments)
      .where(
        and(
          gte(payments.occurredAt, input.span.from),
          lt(payments.occurredAt, input.span.until),
          isNotNull(payments.articleId),
        ),
      )
      .groupBy(payments.articleId, payments.settlementCurrency),
  );
  const ranked = ctx.db.$with('ranked').as(
    ctx.db
      .select({
        articleId: gifts.articleId,
        settlementCurrency: gifts.settlementCurrency,
        grossMinor: gifts.grossMinor,
        allGifts: gifts.allGifts,
        place:
          sql<number>`dense_rank() over (order by ${gifts.allGifts} desc, ${gifts.allGross} desc nulls last, ${gifts.articleId})`.as(
            'place',
          ),
      })
      .from(gifts)
      .where(sql`${gifts.allGifts} > 0`),
  );
  const rows = await ctx.db
    .with(gifts, ranked)
    .select({
      articleId: articles.id,
      headline: articles.headline,
      slug: articles.slug,
      sectionSlug: articles.sectionSlug,
      language: articles.language,
      settlementCurrency: ranked.settlementCurrency,
      grossMinor: wholeNumber(sql`${ranked.grossMinor}`),
      allGifts: wholeNumber(sql`${ranked.allGifts}`),
    })
    .from(ranked)
    .innerJoin(articles, eq(articles.id, ranked.articleId))
    .where(sql`${ranked.place} <= ${input.count}`)
    .orderBy(sql`${ranked.place}`, ranked.settlementCurrency);
  const found = new Map<string, ArticleSupport>();
  for (const row of rows) {
    const known = found.get(row.articleId);
    const settled = row.settlementCurrency ? [money(row.grossMinor, row.settlementCurrency)] : [];
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
