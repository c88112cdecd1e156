import { type SQL, and, sql } from 'drizzle-orm';
import { rollupSources } from '../../../db/schema/rollups-sources.ts';
import { money } from '../../../kernel/money.ts';
import type { Ctx } from '../../ports/context.ts';
import type { PaymentSum } from '../listed-payment.ts';
import { type PaymentFilter, noneOfIt } from '../payment-filter.ts';
import type { DaySpan } from '../report-range.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import { type KeptDimension, keptDimensionOf } from './source.ts';
import { stretchesOf } from './stretches.ts';

const t = rollupSources;

/** The rows of some days, each day once. */
export function inDays(span: DaySpan): SQL {
  const parts = stretchesOf(span).map(
    ({ grain, first, last }) =>
      sql`(${t.grain} = ${grain} and ${t.day} between ${first} and ${last})`,
  );
  return sql`(${sql.join(parts, sql` or `)})`;
}

/** What the rollup of sources knows of a filter; null when it asks for more than that. One query. */
export async function readKeptSums(
  ctx: Ctx,
  filter: PaymentFilter,
  days: DaySpan,
): Promise<PaymentSum[] | null> {
  const by = keptDimensionOf(filter);
  if (!by || by === 'currency') return null;
  const kept: KeptDimension = by === 'section' || by === 'author' ? 'article' : by;
  const { kind } = filter;
  const of = (charge: SQL, back: SQL) =>
    kind === 'charges' ? charge : kind === 'returns' ? back : sql`${charge} + ${back}`;
  const rows = await ctx.db
    .select({
      settlementCurrency: t.settlementCurrency,
      count: wholeNumber(sql`sum(${of(sql`${t.charges}`, sql`${t.returns}`)})`),
      grossMinor: wholeNumber(sql`sum(${of(sql`${t.grossMinor}`, sql`${t.returnedMinor}`)})`),
      feeMinor: wholeNumber(sql`sum(${of(sql`${t.feeMinor}`, sql`${t.returnedFeeMinor}`)})`),
    })
    .from(t)
    .where(
      and(
        sql`${t.dimension} = ${kept}`,
        inDays(days),
        filter.settledIn ? sql`${t.settlementCurrency} = ${filter.settledIn}` : undefined,
        keyCondition(filter),
      ),
    )
    .groupBy(t.settlementCurrency);
  return rows
    .filter(({ count }) => count !== 0)
    .sort((a, b) => b.count - a.count)
    .map(({ settlementCurrency: currency, count, grossMinor, feeMinor }) => ({
      count,
      amount: null,
      settlement:
        currency === ''
          ? null
          : {
              gross: money(grossMinor, currency),
              fee: money(feeMinor, currency),
              net: money(grossMinor - feeMinor, currency),
            },
    }));
}

function keyCondition(filter: PaymentFilter): SQL {
  const { section, author, askId, variant } = filter;
  if (section) {
    return section === noneOfIt
      ? sql`rollup_sources.key = ''`
      : sql`rollup_sources.key = any (array(select id::text from articles where section_slug = ${section}))`;
  }
  if (author) {
    return author === noneOfIt
      ? sql`not exists (select 1 from article_authors aa where aa.article_id::text = rollup_sources.key)`
      : sql`rollup_sources.key = any (array(select article_id::text from article_authors where author_slug = ${author}))`;
  }
  if (askId && askId !== noneOfIt) {
    if (variant === null) return sql`rollup_sources.key like ${`${askId}/%`}`;
    return sql`rollup_sources.key = ${`${askId}/${variant === noneOfIt ? '' : variant}`}`;
  }
  const named =
    askId ??
    filter.articleId ??
    filter.campaignId ??
    filter.country ??
    filter.tierId ??
    filter.standing ??
    filter.referrer;
  return sql`rollup_sources.key = ${named === noneOfIt ? '' : named}`;
}
