import { inArray } from 'drizzle-orm';
import { type memberships, tiers } from '../../db/schema/memberships.ts';
import type { Ctx } from '../ports/context.ts';
import type { SubscriptionFacts } from '../ports/payments.ts';

/**
 * What it costs and which tier that is, now and next. The provider was told the tier with the price;
 * what it was never told stays as our row has it. A tier that is not in our table says nothing.
 */
export async function termsColumns(
  ctx: Ctx,
  before: typeof memberships.$inferSelect,
  { amount, next, ...facts }: SubscriptionFacts,
) {
  const { amountMinor, currency } = amount;
  const told = [facts.tierId, next?.tierId].filter((id) => id != null);
  const known =
    told.every((id) => id === before.tierId) || told.length === 0
      ? told
      : (await ctx.db.select({ id: tiers.id }).from(tiers).where(inArray(tiers.id, told))).map(
          ({ id }) => id,
        );
  const tierOf = (id: string | null | undefined) => (id && known.includes(id) ? id : null);
  const isSame = amountMinor === before.amountMinor && currency === before.currency;
  const cover = facts.feeCoverMinor ?? (isSame ? before.feeCoverMinor : 0);
  return {
    amountMinor,
    currency,
    tierId: tierOf(facts.tierId) ?? before.tierId,
    feeCoverMinor: cover < amountMinor ? cover : 0,
    nextAmountMinor: next?.amount.amountMinor ?? null,
    nextTierId: next ? (tierOf(next.tierId) ?? before.tierId) : null,
    nextInterval: next?.interval ?? null,
    nextChangeAt: next?.at ?? null,
  };
}
