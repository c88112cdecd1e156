import { type SQL, and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { money } from '../../../kernel/money.ts';
import type { Ctx } from '../../ports/context.ts';
import { liveStatuses } from '../membership.ts';
import type { RaisedMinimum } from './price-change.ts';
import type { PriceEffect } from './price-migration.ts';

/** The memberships in force whose gift is below a raised minimum, and that do not end by themselves. */
export function belowMinimum(tierId: string, raised: RaisedMinimum): SQL | undefined {
  return and(
    eq(memberships.tierId, tierId),
    inArray(memberships.status, [...liveStatuses]),
    eq(memberships.currency, raised.currency),
    eq(memberships.interval, raised.interval),
    isNull(memberships.cancelAt),
    // Who has already asked for other terms has decided.
    isNull(memberships.nextChangeAt),
    sql`${memberships.amountMinor} - ${memberships.feeCoverMinor} < ${raised.toMinor}`,
  );
}

/** Whom raised minimums would concern, and what moving them would bring. One query for each. */
export function previewPriceChange(
  ctx: Ctx,
  tierId: string,
  raised: readonly RaisedMinimum[],
): Promise<PriceEffect[]> {
  return Promise.all(
    raised.map(async (one) => {
      const [row] = await ctx.db
        .select({
          patrons: sql<number>`count(*)`.mapWith(Number),
          nowMinor:
            sql<number>`coalesce(sum(${memberships.amountMinor} - ${memberships.feeCoverMinor}), 0)`.mapWith(
              Number,
            ),
        })
        .from(memberships)
        .where(belowMinimum(tierId, one));
      const patrons = row?.patrons ?? 0;
      return {
        ...one,
        patrons,
        now: money(row?.nowMinor ?? 0, one.currency),
        then: money(patrons * one.toMinor, one.currency),
      };
    }),
  );
}
