import { eq, sql } from 'drizzle-orm';
import { tierPrices, tiers } from '../../db/schema/memberships.ts';
import type { GivingCurrency } from '../../kernel/currencies.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { Perk } from './tier.ts';

export interface TierToSave {
  readonly slug: string;
  readonly rank: number;
  readonly name: { en: string; uk: string };
  readonly description: { en: string; uk: string };
  readonly perks: readonly Perk[];
  readonly minimums: readonly {
    currency: GivingCurrency;
    interval: Interval;
    minimumMinor: number;
  }[];
}

/** Writes tiers and the least they cost. A tier is known by its slug; saving again changes it. */
export async function saveTiers(ctx: Ctx, toSave: readonly TierToSave[]): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    for (const tier of toSave) await saveTier(tx, tier);
  });
}

async function saveTier(ctx: Ctx, tier: TierToSave): Promise<void> {
  const fields = {
    rank: tier.rank,
    name: tier.name,
    description: tier.description,
    perks: [...tier.perks],
  };
  const rows = await ctx.db
    .insert(tiers)
    .values({ id: newId(), slug: tier.slug, ...fields })
    .onConflictDoUpdate({ target: tiers.slug, set: fields })
    .returning({ id: tiers.id });
  const tierId = rows[0]?.id;
  if (!tierId) throw new Error(`Tier ${tier.slug} could not be written`);
  await ctx.db.delete(tierPrices).where(eq(tierPrices.tierId, tierId));
  await ctx.db
    .insert(tierPrices)
    .values(tier.minimums.map((minimum) => ({ tierId, ...minimum })))
    .onConflictDoUpdate({
      target: [tierPrices.tierId, tierPrices.currency, tierPrices.interval],
      set: { minimumMinor: sql`excluded.minimum_minor` },
    });
}
