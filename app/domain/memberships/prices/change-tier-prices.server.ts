import { eq, sql } from 'drizzle-orm';
import { memberships, tierPrices } from '../../../db/schema/memberships.ts';
import { priceMigrationMembers, priceMigrations } from '../../../db/schema/prices.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { newId } from '../../../platform/ids.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { belowMinimum } from './preview-price-change.server.ts';
import { type RaisedMinimum, type TierMinimum, raisedMinimums } from './price-change.ts';
import { readTierToEdit, tierVersion } from './read-tier-to-edit.server.ts';

export interface ChangeTierPricesInput {
  readonly actorId: string;
  readonly tierId: string;
  /** What {@link tierVersion} gave when the form was drawn. */
  readonly expected: string;
  readonly minimums: readonly TierMinimum[];
  /** Null: present patrons keep what they pay. Otherwise they are told, and moved when it is over. */
  readonly noticeDays: number | null;
  readonly reason: string;
}

/**
 * Sets what a tier costs from now on. Nobody's present price changes by it: those below a raised
 * minimum stay where they are, or are given notice and moved by {@link moveDueMembers}.
 * Caller's duty: that the actor may.
 */
export function changeTierPrices(
  ctx: Ctx,
  input: ChangeTierPricesInput,
): Promise<Result<{ migrationId: string | null }, 'unknown' | 'changed_meanwhile'>> {
  const { tierId, minimums, noticeDays } = input;
  return inTransaction(ctx, async (tx) => {
    const before = await readTierToEdit(tx, tierId, { isLocked: true });
    if (!before) return fail('unknown');
    if (tierVersion(before) !== input.expected) return fail('changed_meanwhile');
    await tx.db.delete(tierPrices).where(eq(tierPrices.tierId, tierId));
    if (minimums.length > 0)
      await tx.db.insert(tierPrices).values(minimums.map((one) => ({ tierId, ...one })));
    const raised = raisedMinimums(before.minimums, minimums);
    const migrationId =
      noticeDays === null ? null : await beginMigration(tx, { tierId, noticeDays, raised });
    await recordAudit(tx, {
      actorId: input.actorId,
      action: 'tier.price_changed',
      subjectKind: 'tier',
      subjectId: tierId,
      detail: { noticeDays: migrationId ? noticeDays : null, migrationId },
      before: { minimums: before.minimums },
      after: { minimums },
      reason: input.reason,
    });
    return ok({ migrationId });
  });
}

/** Null when nobody is below the new minimums. */
async function beginMigration(
  tx: Ctx,
  parts: { tierId: string; noticeDays: number; raised: readonly RaisedMinimum[] },
): Promise<string | null> {
  const { tierId, noticeDays, raised } = parts;
  const migrationId = newId();
  await tx.db.insert(priceMigrations).values({
    ...{ id: migrationId, tierId, noticeDays, createdAt: tx.clock.now() },
    minimums: raised.map((one) => ({ ...one })),
  });
  let count = 0;
  for (const one of raised) {
    const { rowCount } = await tx.db.insert(priceMigrationMembers).select(
      tx.db
        .select({
          migrationId: sql<string>`${migrationId}::uuid`.as('migration_id'),
          membershipId: memberships.id,
          fromMinor: sql<number>`${memberships.amountMinor} - ${memberships.feeCoverMinor}`.as(
            'from_minor',
          ),
          toMinor: sql<number>`${one.toMinor}::bigint`.as('to_minor'),
          currency: memberships.currency,
          interval: memberships.interval,
          status: sql<'waiting'>`'waiting'`.as('status'),
          problem: sql<null>`null::text`.as('problem'),
          tries: sql<number>`0`.as('tries'),
          toldAt: sql<null>`null::timestamptz`.as('told_at'),
          dueAt: sql<null>`null::timestamptz`.as('due_at'),
          settledAt: sql<null>`null::timestamptz`.as('settled_at'),
        })
        .from(memberships)
        .where(belowMinimum(tierId, one)),
    );
    count += rowCount ?? 0;
  }
  if (count > 0) return migrationId;
  await tx.db.delete(priceMigrations).where(eq(priceMigrations.id, migrationId));
  return null;
}
