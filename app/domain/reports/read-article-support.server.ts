import { sql } from 'drizzle-orm';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import type { DaySpan } from './report-range.ts';
import { keptRows } from './sources/kept-rows.server.ts';
import type { ArticleSupport } from './supporter-report.ts';

type Brought = Record<'id' | 'headline' | 'slug' | 'section_slug' | 'gross' | 'gifts', string> & {
  readonly language: ArticleSupport['language'];
  /** Empty until Stripe has settled it. */
  readonly settlement_currency: string;
};

/**
 * The articles that brought the most gifts in some days, with what these came to in each settlement
 * currency. Ordered by number of gifts, since currencies can't be compared; ties by amount. One query.
 */
export async function readTopArticles(
  ctx: Ctx,
  input: { days: DaySpan; count: number },
): Promise<ArticleSupport[]> {
  const figures = { gifts: 'charges', gross: 'gross_minor + returned_minor' };
  const kept = keptRows('article', input.days, figures, sql`key <> ''`);
  const { rows } = await ctx.db.execute<Brought>(sql`
    with brought as materialized (
      select key, settlement_currency, sum(gifts)::bigint as gifts, sum(gross)::bigint as gross
      from (${kept}) as kept group by key, settlement_currency
    ), best as (
      select key, sum(gifts) as gifts, max(gross) as gross from brought
      group by key having sum(gifts) > 0 order by gifts desc, gross desc, key limit ${input.count}
    )
    select a.id, a.headline, a.slug, a.section_slug, a.language, b.settlement_currency,
      b.gross::text as gross, best.gifts::text as gifts
    from best join brought b on b.key = best.key join articles a on a.id = best.key::uuid
    order by best.gifts desc, best.gross desc, best.key, b.settlement_currency`);
  const found = new Map<string, ArticleSupport>();
  for (const row of rows) {
    const settled = row.settlement_currency
      ? [money(Number(row.gross), row.settlement_currency)]
      : [];
    found.set(row.id, {
      articleId: row.id,
      headline: row.headline,
      path: `/${row.section_slug}/${row.slug}`,
      language: row.language,
      gifts: Number(row.gifts),
      support: [...(found.get(row.id)?.support ?? []), ...settled],
    });
  }
  return [...found.values()];
}
