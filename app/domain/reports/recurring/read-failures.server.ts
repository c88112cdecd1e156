import { and, eq, gte, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import {
  rollupRecurringEnds,
  rollupRecurringTroubles,
} from '../../../db/schema/rollups-recurring.ts';
import type { CurrencyCode } from '../../../kernel/currencies.ts';
import type { Ctx } from '../../ports/context.ts';
import type { DaySpan } from '../report-range.ts';
import { wholeNumber } from '../sql-figures.server.ts';
import type { Failures, Trouble } from './recurring-report.ts';

type Kind = 'failed' | 'recovered' | 'lost';
type Row = Trouble & { readonly kind: Kind; readonly currency: CurrencyCode };

const nothing: Trouble = { count: 0, amountMinor: 0 };

/**
 * Payments of memberships that fail now, and that began to fail, went through after all, or ended
 * their membership in a stretch. Amounts are monthly. `before`: the stretch it is compared with.
 */
export async function readFailures(
  ctx: Ctx,
  span: DaySpan,
  before: DaySpan | null,
): Promise<Failures> {
  const [rows, rowsBefore, failing] = await Promise.all([
    readTroubles(ctx, span),
    before ? readTroubles(ctx, before) : [],
    readFailingNow(ctx),
  ]);
  const currencies = [...new Set([...rows, ...failing].map(({ currency }) => currency))].sort();
  const total = (of: readonly Row[], kind: Kind) =>
    of.filter((row) => row.kind === kind).reduce((sum, { count }) => sum + count, 0);
  const counted = (kind: Kind) => ({ now: total(rows, kind), before: total(rowsBefore, kind) });
  return {
    currencies: currencies.map((currency) => {
      const of = (kind: Kind): Trouble => {
        const row = rows.find((one) => one.kind === kind && one.currency === currency);
        return row ? { count: row.count, amountMinor: row.amountMinor } : nothing;
      };
      return {
        currency,
        failingNow: failing.find((row) => row.currency === currency) ?? {
          ...nothing,
          openMinor: 0,
        },
        failed: of('failed'),
        recovered: of('recovered'),
        lost: of('lost'),
      };
    }),
    failingNow: failing.reduce((sum, { count }) => sum + count, 0),
    failed: counted('failed'),
    recovered: counted('recovered'),
    lost: counted('lost'),
  };
}

async function readTroubles(ctx: Ctx, { from, to }: DaySpan): Promise<Row[]> {
  const troubles = rollupRecurringTroubles;
  const ends = rollupRecurringEnds;
  const [told, lost] = await Promise.all([
    ctx.db
      .select({
        kind: troubles.kind,
        currency: sql<CurrencyCode>`${troubles.currency}`,
        count: wholeNumber(sql`sum(${troubles.count})`),
        amountMinor: wholeNumber(sql`sum(${troubles.amountMinor})`),
      })
      .from(troubles)
      .where(and(gte(troubles.day, from), lte(troubles.day, to)))
      .groupBy(troubles.kind, troubles.currency),
    ctx.db
      .select({
        kind: sql<Kind>`'lost'`,
        currency: sql<CurrencyCode>`${ends.currency}`,
        count: wholeNumber(sql`sum(${ends.count})`),
        amountMinor: wholeNumber(sql`sum(${ends.amountMinor})`),
      })
      .from(ends)
      .where(and(gte(ends.day, from), lte(ends.day, to), eq(ends.endedBecause, 'payment_failed')))
      .groupBy(sql`1, 2`),
  ]);
  const named = { payment_failed: 'failed', recovered: 'recovered' } as const;
  return [...told.map((row) => ({ ...row, kind: named[row.kind] })), ...lost];
}

/** Of those that fail there are few at any time, and they have an index of their own. */
function readFailingNow(ctx: Ctx) {
  const { currency, amountMinor, interval, openAmountMinor, pastDueSince, endedAt } = memberships;
  return ctx.db
    .select({
      currency: sql<CurrencyCode>`${currency}`,
      count: wholeNumber(sql`count(*)`),
      amountMinor: wholeNumber(
        sql`sum(case ${interval} when 'month' then ${amountMinor} else (${amountMinor} + 6) / 12 end)`,
      ),
      openMinor: wholeNumber(sql`sum(${openAmountMinor})`),
    })
    .from(memberships)
    .where(and(isNotNull(pastDueSince), isNull(endedAt)))
    .groupBy(currency);
}
