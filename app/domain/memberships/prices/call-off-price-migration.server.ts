import { and, eq, inArray, isNull } from 'drizzle-orm';
import { priceMigrationMembers, priceMigrations } from '../../../db/schema/prices.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';

/**
 * Lets everybody who has not been moved yet keep what they pay. Who was moved stays so, and can be
 * changed back one by one. The tier's new minimum stands for those who join.
 * Caller's duty: that the actor may.
 */
export function callOffPriceMigration(
  ctx: Ctx,
  input: { actorId: string; migrationId: string; reason: string },
): Promise<Result<{ spared: number }, 'unknown' | 'nothing_left'>> {
  const { migrationId } = input;
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const [migration] = await tx.db
      .select()
      .from(priceMigrations)
      .where(eq(priceMigrations.id, migrationId))
      .for('update');
    if (!migration) return fail('unknown');
    const spared = await tx.db
      .update(priceMigrationMembers)
      .set({ status: 'called_off', problem: null, settledAt: now })
      .where(
        and(
          eq(priceMigrationMembers.migrationId, migrationId),
          inArray(priceMigrationMembers.status, ['waiting', 'told', 'failed']),
        ),
      )
      .returning({ id: priceMigrationMembers.membershipId });
    if (spared.length === 0) return fail('nothing_left');
    await tx.db
      .update(priceMigrations)
      .set({ calledOffAt: now })
      .where(and(eq(priceMigrations.id, migrationId), isNull(priceMigrations.calledOffAt)));
    await recordAudit(tx, {
      actorId: input.actorId,
      action: 'tier.price_move_called_off',
      subjectKind: 'tier',
      subjectId: migration.tierId,
      detail: { migrationId, spared: spared.length },
      reason: input.reason,
    });
    return ok({ spared: spared.length });
  });
}

/** Tries again with those for whom it failed, from the next hour on. Caller's duty: that the actor may. */
export function retryPriceMigration(
  ctx: Ctx,
  input: { actorId: string; migrationId: string; reason: string },
): Promise<Result<{ retried: number }, 'unknown' | 'nothing_left'>> {
  const { migrationId } = input;
  return inTransaction(ctx, async (tx) => {
    const [migration] = await tx.db
      .select()
      .from(priceMigrations)
      .where(eq(priceMigrations.id, migrationId));
    if (!migration) return fail('unknown');
    const again = await tx.db
      .update(priceMigrationMembers)
      .set({ status: 'told', tries: 0, settledAt: null, dueAt: tx.clock.now() })
      .where(
        and(
          eq(priceMigrationMembers.migrationId, migrationId),
          eq(priceMigrationMembers.status, 'failed'),
        ),
      )
      .returning({ id: priceMigrationMembers.membershipId });
    if (again.length === 0) return fail('nothing_left');
    await recordAudit(tx, {
      actorId: input.actorId,
      action: 'tier.price_move_retried',
      subjectKind: 'tier',
      subjectId: migration.tierId,
      detail: { migrationId, retried: again.length },
      reason: input.reason,
    });
    return ok({ retried: again.length });
  });
}
