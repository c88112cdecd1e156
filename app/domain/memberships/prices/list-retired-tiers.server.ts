import { asc, eq } from 'drizzle-orm';
import { tiers } from '../../../db/schema/memberships.ts';
import type { Ctx } from '../../ports/context.ts';

/** Tiers that nobody new can choose. */
export function listRetiredTiers(
  ctx: Ctx,
): Promise<{ id: string; name: { en: string; uk: string } }[]> {
  return ctx.db
    .select({ id: tiers.id, name: tiers.name })
    .from(tiers)
    .where(eq(tiers.isActive, false))
    .orderBy(asc(tiers.rank));
}
