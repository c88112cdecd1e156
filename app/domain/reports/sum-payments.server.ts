import { type Column, and, sql } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { type PaymentSum, type PaymentSums, mostAddedUp, mostLookedUp } from './listed-payment.ts';
import { incomeOver } from './overview/income-over.server.ts';
import { kindsOf, lookedUpCondition, ownCondition } from './payment-condition.server.ts';
import { type PaymentFilter, everyPayment } from './payment-filter.ts';
import { type DaySpan, wholeMonth } from './report-range.ts';
import { readKeptSums } from './sources/read-kept-sums.server.ts';
import { newestFirst, wholeNumber } from './sql-figures.server.ts';

/**
 * What all the payments of a filter come to: the figure that a report shows for the same filter.
 * Never reads more than {@link mostAddedUp} payments, and of those that something must be looked up
 * for, {@link mostLookedUp}: past that, what the rollups know is told.
 */
export async function sumPayments(
  ctx: Ctx,
  input: { readonly filter: PaymentFilter; readonly timeZone: string },
): Promise<PaymentSums> {
  const { filter } = input;
  const days = daysOf(filter);
  if (days && isOfIncome(filter)) return fromIncome(ctx, filter, days);
  // What the rollup knows is asked first: it tells, too, whether there are few enough to be read.
  const kept = days ? await readKeptSums(ctx, filter, days) : null;
  const known = kept?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  if (known > mostOf(filter)) return kept;
  const rows = await addUp(ctx, input);
  return rows ? rows.map(toSum) : kept;
}

const mostOf = (filter: PaymentFilter) => (lookedUpCondition(filter) ? mostLookedUp : mostAddedUp);

/** The whole days of a filter; null when it ends within one. */
function daysOf({ from, to, month, until }: PaymentFilter): DaySpan | null {
  if (from || to) return { from: from ?? '1970-01-01', to: to ?? '2199-12-31' };
  if (!month) return { from: '1970-01-01', to: '2199-12-31' };
  return until ? null : wholeMonth(month);
}

/** Does it ask for nothing that `rollup_income` is not kept by? */
function isOfIncome(filter: PaymentFilter): boolean {
  const { from, to, month, until, kind, source, currency, settledIn, isWaiting } = filter;
  const kept = { from, to, month, until, kind, source, currency, settledIn, isWaiting };
  return (Object.keys(filter) as (keyof PaymentFilter)[]).every(
    (field) => field in kept || filter[field] === everyPayment[field],
  );
}

interface Row {
  readonly currency: string;
  readonly settlementCurrency: string | null;
  readonly count: number;
  readonly amountMinor: number;
  readonly grossMinor: number;
  readonly feeMinor: number;
  readonly netMinor: number;
}

/** The rollups of income count what waits for Stripe under no settlement currency. */
async function fromIncome(ctx: Ctx, filter: PaymentFilter, days: DaySpan): Promise<PaymentSum[]> {
  const t = incomeOver(ctx, [days]);
  const { source } = filter;
  const rows = await ctx.db
    .select({
      currency: t.currency,
      settlementCurrency: sql<string | null>`nullif(${t.settlementCurrency}, '')`,
      count: wholeNumber(sql`sum(${t.count})`),
      amountMinor: wholeNumber(sql`sum(${t.amountMinor})`),
      grossMinor: wholeNumber(sql`sum(${t.grossMinor})`),
      feeMinor: wholeNumber(sql`sum(${t.feeMinor})`),
      netMinor: wholeNumber(sql`sum(${t.netMinor})`),
    })
    .from(t)
    .where(
      and(
        filter.kind ? sql`${t.kind} in ${[...kindsOf[filter.kind]]}` : undefined,
        source === 'once' ? sql`${t.source} <> 'membership'` : undefined,
        source && source !== 'once'
          ? sql`${t.source} = ${source === 'recurring' ? 'membership' : source}`
          : undefined,
        filter.currency ? sql`${t.currency} = ${filter.currency}` : undefined,
        filter.settledIn ? sql`${t.settlementCurrency} = ${filter.settledIn}` : undefined,
        filter.isWaiting ? sql`${t.settlementCurrency} = ''` : undefined,
      ),
    )
    .groupBy(sql`1, 2`);
  return rows
    .filter(({ count }) => count !== 0)
    .sort((a, b) => b.count - a.count || a.currency.localeCompare(b.currency))
    .map(toSum);
}

/** Null when there are too many to be read. */
async function addUp(
  ctx: Ctx,
  { filter, timeZone }: { readonly filter: PaymentFilter; readonly timeZone: string },
): Promise<Row[] | null> {
  const lookedUp = lookedUpCondition(filter);
  const most = mostOf(filter);
  const chosen = ctx.db.$with('chosen').as(
    ctx.db
      .select()
      .from(payments)
      .where(ownCondition(filter, timeZone))
      // As they are listed: without an order, all that lies before the days would be read through.
      .orderBy(newestFirst(payments.occurredAt), payments.id)
      .limit(most + 1),
  );
  // By the table's own name, which is what the other condition speaks of.
  const read = ctx.db.select().from(chosen).as('payments');
  // Of too many none is looked up: their sum is not told.
  const isShown = lookedUp
    ? sql<boolean>`case when (select count(*) from ${chosen}) <= ${most} then ${lookedUp} end`
    : sql<boolean>`true`;
  const looked = ctx.db
    .select({
      currency: read.currency,
      settlementCurrency: read.settlementCurrency,
      amountMinor: read.amountMinor,
      grossMinor: read.settlementGrossMinor,
      feeMinor: read.feeMinor,
      netMinor: read.netMinor,
      isShown: isShown.as('is_shown'),
    })
    .from(read)
    // Keeps Postgres from looking up again for each sum.
    .limit(most + 1)
    .as('looked');
  const sumOf = (column: Column) =>
    wholeNumber(sql`sum(${column}) filter (where ${looked.isShown})`);
  const rows = await ctx.db
    .with(chosen)
    .select({
      currency: looked.currency,
      settlementCurrency: looked.settlementCurrency,
      readCount: wholeNumber(sql`sum(count(*)) over ()`),
      count: wholeNumber(sql`count(*) filter (where ${looked.isShown})`),
      amountMinor: sumOf(looked.amountMinor),
      grossMinor: sumOf(looked.grossMinor),
      feeMinor: sumOf(looked.feeMinor),
      netMinor: sumOf(looked.netMinor),
    })
    .from(looked)
    .groupBy(looked.currency, looked.settlementCurrency)
    .orderBy(sql`4 desc, 1`);
  if ((rows[0]?.readCount ?? 0) > most) return null;
  return rows.filter(({ count }) => count > 0);
}

function toSum(row: Row): PaymentSum {
  const { settlementCurrency } = row;
  return {
    count: row.count,
    amount: money(row.amountMinor, row.currency),
    settlement: settlementCurrency
      ? {
          gross: money(row.grossMinor, settlementCurrency),
          fee: money(row.feeMinor, settlementCurrency),
          net: money(row.netMinor, settlementCurrency),
        }
      : null,
  };
}
