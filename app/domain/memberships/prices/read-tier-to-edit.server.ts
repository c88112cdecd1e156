import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { tierPrices, tiers } from '../../../db/schema/memberships.ts';
import { isGivingCurrency } from '../../../kernel/currencies.ts';
import type { Ctx } from '../../ports/context.ts';
import { type Perk, perks } from '../tier.ts';
import type { TierMinimum } from './price-change.ts';

/** A tier as it is edited: also one that is no longer on offer. */
export interface TierToEdit {
  readonly id: string;
  readonly slug: string;
  readonly rank: number;
  readonly name: { readonly en: string; readonly uk: string };
  readonly description: { readonly en: string; readonly uk: string };
  readonly perks: readonly Perk[];
  readonly isActive: boolean;
  /** Only those that were set; the others fall back to the amounts table. */
  readonly minimums: readonly TierMinimum[];
}

/** Null: there is no such tier. `isLocked` holds its row until the caller's transaction ends. */
export async function readTierToEdit(
  ctx: Ctx,
  id: string,
  { isLocked = false }: { isLocked?: boolean } = {},
): Promise<TierToEdit | null> {
  const query = ctx.db.select().from(tiers).where(eq(tiers.id, id)).limit(1);
  const [row] = await (isLocked ? query.for('update') : query);
  if (!row) return null;
  const prices = await ctx.db.select().from(tierPrices).where(eq(tierPrices.tierId, id));
  return {
    ...row,
    perks: perks.filter((perk) => row.perks.includes(perk)),
    minimums: prices.flatMap(({ currency, interval, minimumMinor }) =>
      isGivingCurrency(currency) ? [{ currency, interval, minimumMinor }] : [],
    ),
  };
}

/** Tells whether a tier is still as it was when a form was drawn. */
export function tierVersion(tier: TierToEdit): string {
  const { rank, name, description, isActive } = tier;
  const minimums = tier.minimums
    .map(({ currency, interval, minimumMinor }) => `${currency} ${interval} ${minimumMinor}`)
    .sort();
  const parts = [rank, name.en, name.uk, description.en, description.uk, isActive];
  return createHash('sha256')
    .update(JSON.stringify([...parts, tier.perks, minimums]))
    .digest('base64url')
    .slice(0, 22);
}
