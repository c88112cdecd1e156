import { asc, eq } from 'drizzle-orm';
import { tierPrices, tiers } from '../../db/schema/memberships.ts';
import {
  type GivingCurrency,
  givingCurrencies,
  isGivingCurrency,
} from '../../kernel/currencies.ts';
import { type AmountRules, type Interval, fromMajor } from '../../kernel/giving-amounts.ts';
import { type Money, money } from '../../kernel/money.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { type TierView, perks } from './tier.ts';

/** The tiers on offer, lowest first. Two queries. */
export async function listTiers(ctx: Ctx): Promise<TierView[]> {
  const rows = await ctx.db
    .select()
    .from(tiers)
    .where(eq(tiers.isActive, true))
    .orderBy(asc(tiers.rank));
  const prices = await ctx.db.select().from(tierPrices);
  const { amounts } = await readNewsroom(ctx);
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    rank: row.rank,
    name: row.name,
    description: row.description,
    perks: perks.filter((perk) => row.perks.includes(perk)),
    minimums: minimumsOf(
      prices.filter((price) => price.tierId === row.id),
      amounts,
    ),
  }));
}

/** A currency without a price of its own falls back to the lowest amount that is taken in it. */
export function minimumsOf(
  prices: readonly (typeof tierPrices.$inferSelect)[],
  rules: AmountRules,
): TierView['minimums'] {
  const minimums = Object.fromEntries(
    givingCurrencies.map((currency) => [
      currency,
      {
        month: fromMajor(rules[currency].monthly.min, currency),
        year: fromMajor(rules[currency].yearly.min, currency),
      },
    ]),
  ) as Record<GivingCurrency, Record<Interval, Money>>; // fromEntries forgets which keys it was given
  for (const price of prices) {
    if (!isGivingCurrency(price.currency)) continue;
    minimums[price.currency][price.interval] = money(price.minimumMinor, price.currency);
  }
  return minimums;
}
