import { asc, inArray } from 'drizzle-orm';
import { tiers } from '../../db/schema/memberships.ts';
import type { Ctx } from '../ports/context.ts';

/** The tiers of these names by their slug, also those no longer on offer. No query without a name. */
export async function listGateTiers(ctx: Ctx, slugs: readonly string[]) {
  if (slugs.length === 0) return new Map<string, never>();
  const rows = await ctx.db
    .select({ slug: tiers.slug, name: tiers.name, rank: tiers.rank })
    .from(tiers)
    .where(inArray(tiers.slug, [...slugs]));
  return new Map(rows.map((row) => [row.slug, row]));
}

/** Every tier that ever was, the lowest first. */
export async function listAllTiers(ctx: Ctx) {
  const rows = await ctx.db
    .select({ slug: tiers.slug, name: tiers.name, rank: tiers.rank, perks: tiers.perks })
    .from(tiers)
    .orderBy(asc(tiers.rank), asc(tiers.slug));
  return rows.map(({ perks, ...tier }) => ({ ...tier, opensExtras: perks.includes('extras') }));
}
