import { tiers } from '../../db/schema/memberships.ts';
import type { Ctx } from '../ports/context.ts';

/** Every tier that ever was, by its id, also those no longer on offer: what it is called and opens. */
export async function listTierNames(
  ctx: Ctx,
): Promise<Map<string, { name: { en: string; uk: string }; opensExtras: boolean; rank: number }>> {
  const rows = await ctx.db
    .select({ id: tiers.id, name: tiers.name, perks: tiers.perks, rank: tiers.rank })
    .from(tiers);
  return new Map(
    rows.map(({ id, name, perks, rank }) => [
      id,
      { name, opensExtras: perks.includes('extras'), rank },
    ]),
  );
}
