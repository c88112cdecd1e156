import { type SQL, and, sql } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import { rollupIncome } from '../../db/schema/rollups.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { type PaymentSum, type PaymentSums, mostAddedUp } from './listed-payment.ts';
import { conditionOf, kindsOf } from './payment-condition.server.ts';
import { type PaymentFilter, everyPayment } from './payment-filter.ts';
import { type DaySpan, wholeMonth } from './report-range.ts';
import { readKeptSums } from './sources/read-kept-sums.server.ts';
import { wholeNumber } from './sql-figures.server.ts';

/**
 * What all the payments of a filter come to: the figure that a report shows for the same filter.
 * Never reads more than {@link mostAddedUp} payments: past that, what the rollups know is told.
 */
export async function sumPayments(
  ctx: Ctx,
  input: { readonly filter: PaymentFilter; readonly timeZone: string },
): Promise<PaymentSums> {
  const { filter } = input;
  const days = daysOf(filter);
  if (days && isOfIncome(filter)) return fromIncome(ctx, filter, days);
  const rows = await addUp(ctx, conditionOf(filter, input.timeZone));
  const count = rows.reduce((total, row) => total + row.count, 0);
  if (count <= mostAddedUp) return rows.map(toSum);
  return days ? readKeptSums(ctx, filter, days) : null;
}

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

/** `rollup_income` counts what waits for Stripe under no settlement currency. */
async function fromIncome(ctx: Ctx, filter: PaymentFilter, days: DaySpan): Promise<PaymentSum[]> {
  const t = rollupIncome;
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
        sql`${t.day} between ${days.from} and ${days.to}`,
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

function addUp(ctx: Ctx, condition: SQL | undefined): Promise<Row[]> {
  const some = ctx.db
    .select({
      currency: payments.currency,
      settlementCurrency: payments.settlementCurrency,
      amountMinor: payments.amountMinor,
      grossMinor: payments.settlementGrossMinor,
      feeMinor: payments.feeMinor,
      netMinor: payments.netMinor,
    })
    .from(payments)
    .where(condition)
    .limit(mostAddedUp + 1)
    .as('some');
  return ctx.db
    .select({
      currency: some.currency,
      settlementCurrency: some.settlementCurrency,
      count: wholeNumber(sql`count(*)`),
      amountMinor: wholeNumber(sql`sum(${some.amountMinor})`),
      grossMinor: wholeNumber(sql`sum(${some.grossMinor})`),
      feeMinor: wholeNumber(sql`sum(${some.feeMinor})`),
      netMinor: wholeNumber(sql`sum(${some.netMinor})`),
    })
    .from(some)
    .groupBy(some.currency, some.settlementCurrency)
    .orderBy(sql`count(*) desc`, some.currency);
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
