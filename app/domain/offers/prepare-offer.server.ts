import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { offers } from '../../db/schema/offers.ts';
import { isGivingCurrency } from '../../kernel/currencies.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import type { Ctx } from '../ports/context.ts';
import type { PaymentsFailure } from '../ports/payments.ts';
import type { CouponInput } from '../ports/payments-offers.ts';
import { type OfferRow, readOffer } from './offer-rows.server.ts';

/** The executor of a share, which is the same in every currency. */
const anyCurrency = 'any';

type Executor = NonNullable<OfferRow['executors']>[string];

/**
 * Makes at the provider what an offer needs there, unless it is made. Our row is written before, so
 * a process that ended in between is made good by whoever asks next. Any number at once find the same.
 */
export async function prepareOffer(
  ctx: Ctx,
  row: OfferRow,
): Promise<Result<NonNullable<OfferRow['executors']>, PaymentsFailure>> {
  if (row.executors) return ok(row.executors);
  const made: Record<string, Executor> = {};
  for (const [name, input] of couponsOf(row)) {
    const coupon = await ctx.payments.createCoupon(input);
    if (!coupon.ok) return coupon;
    made[name] = coupon.value;
  }
  await ctx.db
    .update(offers)
    .set({ executors: made })
    .where(and(eq(offers.id, row.id), isNull(offers.executors)));
  return ok(made);
}

/** What carries the offer out for a charge in that currency. */
export function executorFor(
  executors: NonNullable<OfferRow['executors']>,
  currency: string,
): Executor | null {
  return executors[anyCurrency] ?? executors[currency] ?? null;
}

function couponsOf(row: OfferRow): [name: string, input: CouponInput][] {
  if (row.duration === null) return [];
  const shared = {
    offerId: row.id,
    name: row.name,
    duration: row.duration,
    months: row.durationMonths,
    code: row.code,
    maxRedemptions: row.maxRedemptions,
  };
  if (row.percentOff !== null) {
    return [[anyCurrency, { ...shared, off: { percent: row.percentOff } }]];
  }
  return Object.entries(row.amountsOff ?? {}).flatMap(([currency, amountMinor]) =>
    isGivingCurrency(currency)
      ? [[currency, { ...shared, off: { currency, amountMinor } }] satisfies [string, CouponInput]]
      : [],
  );
}

/** Switches the codes of an ended offer off at the provider, unless that is done. */
export async function closeOffer(
  ctx: Ctx,
  offerId: string,
): Promise<Result<null, PaymentsFailure | 'unknown'>> {
  const row = await readOffer(ctx, offerId);
  if (!row?.endedAt) return fail('unknown');
  for (const { promotionCodeId } of Object.values(row.executors ?? {})) {
    if (promotionCodeId === null) continue;
    const closed = await ctx.payments.deactivatePromotionCode(promotionCodeId);
    if (!closed.ok) return closed;
  }
  await ctx.db.update(offers).set({ closedAt: ctx.clock.now() }).where(eq(offers.id, offerId));
  return ok(null);
}

/** Does what is still to be done at the provider: makes what is missing, and switches off what has ended. */
export async function finishOffers(ctx: Ctx): Promise<void> {
  const unfinished = await ctx.db
    .select()
    .from(offers)
    .where(
      or(
        and(isNull(offers.executors), isNull(offers.endedAt), isNotNull(offers.duration)),
        and(isNotNull(offers.endedAt), isNull(offers.closedAt)),
      ),
    )
    .orderBy(sql`${offers.createdAt}`)
    .limit(50);
  for (const row of unfinished) {
    const done = row.endedAt ? await closeOffer(ctx, row.id) : await prepareOffer(ctx, row);
    if (!done.ok) ctx.log.warn({ offerId: row.id, reason: done.reason }, 'an offer waits');
  }
}
