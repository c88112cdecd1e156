import { and, eq, ne } from 'drizzle-orm';
import { tiers } from '../../../db/schema/memberships.ts';
import { isUniqueViolation } from '../../../db/failures.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { newId } from '../../../platform/ids.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import type { Perk } from '../tier.ts';
import { type TierToEdit, readTierToEdit, tierVersion } from './read-tier-to-edit.server.ts';

export interface TierFields {
  readonly rank: number;
  readonly name: { readonly en: string; readonly uk: string };
  readonly description: { readonly en: string; readonly uk: string };
  readonly perks: readonly Perk[];
  readonly isActive: boolean;
}

export type EditTierFailure = 'unknown' | 'changed_meanwhile' | 'rank_taken' | 'last_on_offer';

/**
 * Changes what a tier is called, opens, where it stands and whether it is on offer. Patrons of a
 * retired tier keep it. What it costs is changed by {@link changeTierPrices}.
 * Caller's duty: that the actor may.
 */
export function editTier(
  ctx: Ctx,
  input: { actorId: string; tierId: string; expected: string; fields: TierFields; reason: string },
): Promise<Result<null, EditTierFailure>> {
  const { tierId, fields } = input;
  return inTransaction(ctx, async (tx) => {
    const before = await readTierToEdit(tx, tierId, { isLocked: true });
    if (!before) return fail('unknown');
    if (tierVersion(before) !== input.expected) return fail('changed_meanwhile');
    const others = await tx.db
      .select({ rank: tiers.rank })
      .from(tiers)
      .where(and(ne(tiers.id, tierId), eq(tiers.isActive, true)));
    if (fields.isActive && others.some(({ rank }) => rank === fields.rank))
      return fail('rank_taken');
    if (!fields.isActive && others.length === 0) return fail('last_on_offer');
    const changed = changedFields(before, fields);
    if (changed.length === 0) return ok(null);
    await tx.db
      .update(tiers)
      .set({
        ...fields,
        name: { ...fields.name },
        description: { ...fields.description },
        perks: [...fields.perks],
      })
      .where(eq(tiers.id, tierId));
    await recordAudit(tx, {
      actorId: input.actorId,
      action: 'tier.changed',
      subjectKind: 'tier',
      subjectId: tierId,
      before: Object.fromEntries(changed.map((key) => [key, before[key]])),
      after: Object.fromEntries(changed.map((key) => [key, fields[key]])),
      reason: input.reason,
    });
    return ok(null);
  });
}

/** A new tier, on offer from now on; until it has prices it costs what the amounts table asks. */
export async function addTier(
  ctx: Ctx,
  input: { actorId: string; slug: string; fields: TierFields; reason: string },
): Promise<Result<{ tierId: string }, 'slug_taken' | 'rank_taken'>> {
  const { slug, fields } = input;
  const tierId = newId();
  try {
    return await inTransaction(ctx, async (tx) => {
      const held = await tx.db
        .select({ rank: tiers.rank })
        .from(tiers)
        .where(and(eq(tiers.rank, fields.rank), eq(tiers.isActive, true)));
      if (held.length > 0) return fail('rank_taken');
      const { name, description, perks, ...rest } = fields;
      await tx.db.insert(tiers).values({
        ...{ id: tierId, slug, ...rest },
        ...{ name: { ...name }, description: { ...description }, perks: [...perks] },
      });
      await recordAudit(tx, {
        actorId: input.actorId,
        action: 'tier.added',
        subjectKind: 'tier',
        subjectId: tierId,
        after: { slug, ...fields },
        reason: input.reason,
      });
      return ok({ tierId });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return fail('slug_taken');
    throw error;
  }
}

function changedFields(before: TierToEdit, after: TierFields): (keyof TierFields)[] {
  const text = (fields: TierFields, key: keyof TierFields) => {
    const value = fields[key];
    return typeof value === 'object' && 'en' in value
      ? JSON.stringify([value.en, value.uk])
      : JSON.stringify(value);
  };
  const keys = ['rank', 'name', 'description', 'perks', 'isActive'] as const;
  return keys.filter((key) => text(before, key) !== text(after, key));
}
