import { type SQL, sql } from 'drizzle-orm';
import { type Locale } from '../../../kernel/locale.ts';
import type { Ctx } from '../../ports/context.ts';
import { incomeOver } from '../overview/income-over.server.ts';
import type { DaySpan, ReportRange } from '../report-range.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import { keptRows } from './kept-rows.server.ts';
import {
  type KeptDimension,
  type SourceDimension,
  type SourceQuestion,
  type SourceReport,
  type SourceRow,
  type SourceSort,
} from './source.ts';

/** Which days, and those that they are compared with. */
type Days = Pick<ReportRange, 'from' | 'to' | 'before'>;

/**
 * Income by what brought it, in one settlement currency. Two queries over rollups, whatever the
 * number of payments; at most `limit` rows.
 */
export async function readSources(
  ctx: Ctx,
  input: {
    readonly question: SourceQuestion;
    readonly days: Days;
    readonly locale: Locale;
    readonly limit: number;
  },
): Promise<SourceReport> {
  const { question, days, limit } = input;
  const totals = await readTotals(ctx, days);
  const currencies = totals.settled.map(({ currency }) => currency);
  const currency = currencies.find((one) => one === question.settledIn) ?? currencies[0] ?? null;
  const total = totals.settled.find((one) => one.currency === currency);
  const rows = currency ? await readRows(ctx, { ...input, currency }) : [];
  return {
    question,
    currency,
    currencies,
    rows: rows.slice(0, limit).map(({ largest: _, ...row }) => row),
    hasMore: rows.length > limit,
    total: total?.figures ?? { charges: 0, gross: 0, returned: 0, fees: 0, net: 0, before: 0 },
    waiting: totals.waiting,
    largest: rows[0]?.largest ?? 0,
  };
}

const within = (day: SQL, { from, to }: DaySpan) => sql`${day} between ${from} and ${to}`;

async function readTotals(ctx: Ctx, { from, to, before }: Days) {
  const t = incomeOver(ctx, before ? [{ from, to }, before] : [{ from, to }]);
  const now = within(sql`${t.day}`, { from, to });
  const then = before ? within(sql`${t.day}`, before) : sql`false`;
  const rows = await ctx.db
    .select({
      currency: t.settlementCurrency,
      count: wholeNumber(sql`sum(${t.count}) filter (where ${now})`),
      charges: wholeNumber(sql`sum(${t.count}) filter (where ${now} and ${t.kind} = 'charge')`),
      gross: wholeNumber(sql`sum(${t.grossMinor}) filter (where ${now} and ${t.kind} = 'charge')`),
      returned: wholeNumber(
        sql`sum(${t.grossMinor}) filter (where ${now} and ${t.kind} <> 'charge')`,
      ),
      fees: wholeNumber(sql`sum(${t.feeMinor}) filter (where ${now})`),
      net: wholeNumber(sql`sum(${t.netMinor}) filter (where ${now})`),
      before: wholeNumber(sql`sum(${t.netMinor}) filter (where ${then})`),
    })
    .from(t)
    .groupBy(t.settlementCurrency);
  const settled = rows
    .filter((row) => row.currency !== '' && (row.count !== 0 || row.before !== 0))
    .sort((a, b) => b.charges - a.charges || a.currency.localeCompare(b.currency))
    .map(({ currency, count: _, ...figures }) => ({ currency, figures }));
  return { settled, waiting: rows.find(({ currency }) => currency === '')?.count ?? 0 };
}

/** What is asked of the days themselves. */
const figuresNow = {
  ...{ charges: 'charges', gross: 'gross_minor', returned: 'returned_minor' },
  ...{ fees: 'fee_minor + returned_fee_minor', returns: 'returns', before: '0::bigint' },
};

/** Of the time before, one sum is asked for. In the same order: the two are read by their places. */
const figuresBefore = {
  ...{ charges: '0::bigint', gross: '0::bigint', returned: '0::bigint' },
  ...{ fees: '0::bigint', returns: '0::bigint' },
  before: 'gross_minor + returned_minor - fee_minor - returned_fee_minor',
};

/** Each key with its sums, from rows that have the figures above. As bigint: numbers of any size are added far slower. */
function addedUp(rows: SQL): SQL {
  return sql`select key, sum(charges)::bigint as charges, sum(gross)::bigint as gross,
      sum(returned)::bigint as returned, sum(fees)::bigint as fees,
      sum(gross + returned - fees)::bigint as net, sum(before)::bigint as before,
      sum(charges + returns)::bigint as movements
    from (${rows}) as figures group by key`;
}

/** The same of keys that were added up already, which become others. */
const added = sql`sum(charges)::bigint as charges, sum(gross)::bigint as gross,
  sum(returned)::bigint as returned, sum(fees)::bigint as fees, sum(net)::bigint as net,
  sum(before)::bigint as before, sum(movements)::bigint as movements`;

function kept(dimension: KeptDimension, currency: string, { from, to, before }: Days): SQL {
  const inCurrency = sql`settlement_currency = ${currency}`;
  const now = keptRows(dimension, { from, to }, figuresNow, inCurrency);
  if (!before) return addedUp(now);
  return addedUp(sql`${now} union all ${keptRows(dimension, before, figuresBefore, inCurrency)}`);
}

function byCurrency(currency: string, { from, to, before }: Days): SQL {
  const now = within(sql`day`, { from, to });
  const then = before ? within(sql`day`, before) : sql`false`;
  return addedUp(sql`
    select currency as key,
      case when ${now} and kind = 'charge' then count else 0 end as charges,
      case when ${now} and kind <> 'charge' then count else 0 end as returns,
      case when ${now} and kind = 'charge' then gross_minor else 0 end as gross,
      case when ${now} and kind <> 'charge' then gross_minor else 0 end as returned,
      case when ${now} then fee_minor else 0 end as fees,
      case when ${then} then net_minor else 0 end as before
    from rollup_income where settlement_currency = ${currency} and (${now} or ${then})`);
}

/** Each key with its sums. Whoever signed an article is credited with all of it. */
function sumsBy(by: SourceDimension, currency: string, days: Days): SQL {
  switch (by) {
    case 'currency':
      return byCurrency(currency, days);
    case 'section':
      return sql`select coalesce(a.section_slug, '') as key, ${added}
        from (${kept('article', currency, days)}) s left join articles a on a.id::text = s.key group by 1`;
    case 'author':
      return sql`select coalesce(aa.author_slug, '') as key, ${added}
        from (${kept('article', currency, days)}) s
        left join article_authors aa on aa.article_id::text = s.key group by 1`;
    default:
      return kept(by, currency, days);
  }
}

const named: Record<SourceDimension, (locale: Locale) => { name: SQL; from: SQL }> = {
  article: () => ({ name: sql`n.headline`, from: sql`left join articles n on n.id::text = s.key` }),
  section: (locale) => ({
    name: sql`n.name ->> ${locale}`,
    from: sql`left join sections n on n.slug = s.key`,
  }),
  author: (locale) => ({
    name: sql`n.name ->> ${locale}`,
    from: sql`left join authors n on n.slug = s.key`,
  }),
  ask: () => ({
    name: sql`n.name`,
    from: sql`left join asks n on n.id::text = split_part(s.key, '/', 1)`,
  }),
  campaign: (locale) => ({
    name: sql`n.title ->> ${locale}`,
    from: sql`left join campaigns n on n.id::text = s.key`,
  }),
  tier: (locale) => ({
    name: sql`n.name ->> ${locale}`,
    from: sql`left join tiers n on n.id::text = s.key`,
  }),
  country: () => ({ name: sql`null::text`, from: sql`` }),
  currency: () => ({ name: sql`null::text`, from: sql`` }),
  standing: () => ({ name: sql`null::text`, from: sql`` }),
  referrer: () => ({ name: sql`null::text`, from: sql`` }),
};

const orders: Record<SourceSort, SQL> = {
  charges: sql`s.charges desc, s.gross desc`,
  gross: sql`s.gross desc, s.charges desc`,
  returned: sql`s.returned, s.gross desc`,
  fees: sql`s.fees desc, s.gross desc`,
  net: sql`s.net desc`,
  before: sql`s.before desc, s.net desc`,
  name: sql`s.key = '', lower(coalesce(s.name, s.key))`,
};

interface RankedRow extends SourceRow {
  readonly largest: number;
}

function readRows(
  ctx: Ctx,
  input: {
    readonly question: SourceQuestion;
    readonly days: Days;
    readonly locale: Locale;
    readonly limit: number;
    readonly currency: string;
  },
): Promise<RankedRow[]> {
  const { by, sort, page } = input.question;
  const { name, from } = named[by](input.locale);
  return ctx.db
    .select({
      key: sql<string>`s.key`,
      name: sql<string | null>`s.name`,
      language: sql<'en' | 'uk' | null>`s.language`,
      charges: wholeNumber(sql`s.charges`),
      gross: wholeNumber(sql`s.gross`),
      returned: wholeNumber(sql`s.returned`),
      fees: wholeNumber(sql`s.fees`),
      net: wholeNumber(sql`s.net`),
      before: wholeNumber(sql`s.before`),
      largest: wholeNumber(sql`max(s.gross) over ()`),
    })
    .from(
      sql`(select s.*, ${name} as name, ${by === 'article' ? sql`n.language` : sql`null::text`} as language
        from (${sumsBy(by, input.currency, input.days)}) s ${from}
        where s.movements <> 0 or s.before <> 0) as s`,
    )
    .orderBy(orders[sort], sql`s.key`)
    .limit(input.limit + 1)
    .offset((page - 1) * input.limit);
}
