import { type SQL, sql } from 'drizzle-orm';
import { money } from '../../../kernel/money.ts';
import type { Ctx } from '../../ports/context.ts';
import type { PaymentSum } from '../listed-payment.ts';
import { type PaymentFilter, noneOfIt } from '../payment-filter.ts';
import type { DaySpan } from '../report-range.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import { keptRows } from './kept-rows.server.ts';
import { type KeptDimension, keptDimensionOf } from './source.ts';

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
  const of = (charge: string, back: string) =>
    kind === 'charges' ? charge : kind === 'returns' ? back : `${charge} + ${back}`;
  const figures = {
    count: of('charges', 'returns'),
    gross: of('gross_minor', 'returned_minor'),
    fee: of('fee_minor', 'returned_fee_minor'),
  };
  const asked = keyCondition(filter);
  const more = filter.settledIn
    ? sql`settlement_currency = ${filter.settledIn} and ${asked}`
    : asked;
  const rows = await ctx.db
    .select({
      settlementCurrency: sql<string>`settlement_currency`,
      count: wholeNumber(sql`sum(kept.count)`),
      grossMinor: wholeNumber(sql`sum(gross)`),
      feeMinor: wholeNumber(sql`sum(fee)`),
    })
    .from(sql`(${keptRows(kept, days, figures, more)}) as kept`)
    .groupBy(sql`settlement_currency`);
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
