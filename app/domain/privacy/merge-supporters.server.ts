import { isLocale } from '../../kernel/locale.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { countDonations, moveDonations } from '../donations/personal-data.server.ts';
import { countGifts, moveGifts } from '../gifts/personal-data.server.ts';
import { countGrants, moveGrants } from '../grants/personal-data.server.ts';
import { countPayments, movePayments } from '../ledger/personal-data.server.ts';
import {
  countMemberships,
  lockMembershipsOf,
  lockPatrons,
  moveMemberships,
} from '../memberships/personal-data.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import {
  type LockedSupporter,
  countCustomers,
  listMerged,
  lockSupporters,
  markMerged,
  moveSupporter,
} from '../supporters/personal-data.server.ts';
import { movePasskeys } from '../supporters/personal-passkeys.server.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { moveNotes } from '../notes/personal-data.server.ts';
import { moveWorkNotes } from '../work/personal-data.server.ts';
import { againAfterDeadlock } from './again-after-deadlock.ts';
import type { MergeProblem, MergeSide } from './merge.ts';

/** Everything that hangs on a person, domain by domain. */
const moves = [
  moveSupporter,
  movePasskeys,
  moveDonations,
  moveMemberships,
  moveGifts,
  moveGrants,
  movePayments,
  moveWorkNotes,
  moveNotes,
];

export interface MergeInput {
  readonly keptId: string;
  readonly mergedId: string;
}

/** What would move, and what stands in the way. Null: one of the two is not there. */
export async function previewMerge(
  ctx: Ctx,
  { keptId, mergedId }: MergeInput,
): Promise<{ kept: MergeSide; merged: MergeSide; problem: MergeProblem | null } | null> {
  return inTransaction(ctx, async (tx) => {
    const rows = await lockSupporters(tx, [keptId, mergedId]);
    const kept = rows.find(({ id }) => id === keptId);
    const merged = rows.find(({ id }) => id === mergedId);
    if (!kept || !merged) return null;
    return {
      kept: await readSide(tx, kept),
      merged: await readSide(tx, merged),
      problem: await findProblem(tx, kept, merged),
    };
  });
}

/**
 * Makes two supporters one, because the staff have found out that they are the same person. What
 * the one has moves to the other; its address stays, as a second way to sign in to the same
 * account, and its sessions end. No figure changes but the number of people. Both are written to.
 * Caller's duty: that the actor is an owner.
 */
export async function mergeSupporters(
  ctx: Ctx,
  input: MergeInput & { readonly reason: string; readonly actorId: string },
): Promise<Result<null, MergeProblem>> {
  return againAfterDeadlock(() => inTransaction(ctx, (tx) => merge(tx, input)));
}

async function merge(
  tx: Ctx,
  { keptId, mergedId, reason, actorId }: MergeInput & { reason: string; actorId: string },
): Promise<Result<null, MergeProblem>> {
  await lockMembershipsOf(tx, [keptId, mergedId]);
  const rows = await lockSupporters(tx, [keptId, mergedId]);
  await lockPatrons(tx, [keptId, mergedId]);
  const kept = rows.find(({ id }) => id === keptId);
  const merged = rows.find(({ id }) => id === mergedId);
  const problem = await findProblem(tx, kept, merged);
  if (problem || !kept || !merged) return fail(problem ?? 'not_found');
  const { counts } = await readSide(tx, merged);
  for (const move of moves) await move(tx, { fromId: mergedId, toId: keptId });
  await markMerged(tx, { kept, merged });
  for (const [side, supporter] of [
    ['kept', kept],
    ['merged', merged],
  ] as const) {
    await tx.mail.queue(tx.db, {
      template: 'supporters-merged',
      subjectId: `${mergedId}@${side}`,
      recipient: supporter.email,
      locale: isLocale(supporter.locale) ? supporter.locale : 'en',
    });
    // On both, so that the history of either leads to the other.
    await recordAudit(tx, {
      actorId,
      action: side === 'kept' ? 'supporter.merged' : 'supporter.merged_away',
      subjectKind: 'supporter',
      subjectId: supporter.id,
      detail: { keptId, mergedId, reason, moved: counts },
    });
  }
  return ok(null);
}

/**
 * Moves once more what hangs on people who were merged: what was being written in the very moment
 * of a merge may have been written under the old name. For the step that runs every hour.
 */
export async function finishMerges(ctx: Ctx): Promise<void> {
  for (const { mergedId, keptId } of await listMerged(ctx)) {
    await inTransaction(ctx, async (tx) => {
      for (const move of moves) await move(tx, { fromId: mergedId, toId: keptId });
    });
  }
}

async function findProblem(
  ctx: Ctx,
  kept: LockedSupporter | undefined,
  merged: LockedSupporter | undefined,
): Promise<MergeProblem | null> {
  if (!kept || !merged) return 'not_found';
  if (kept.id === merged.id) return 'same';
  if ([kept, merged].some(({ erasedAt, mergedIntoId }) => erasedAt ?? mergedIntoId)) {
    return 'not_found';
  }
  if (merged.isStaff) return 'is_staff';
  const [one, other] = [
    await countMemberships(ctx, kept.id),
    await countMemberships(ctx, merged.id),
  ];
  return one.inForce > 0 && other.inForce > 0 ? 'both_patrons' : null;
}

async function readSide(
  ctx: Ctx,
  { id, email, name, createdAt }: LockedSupporter,
): Promise<MergeSide> {
  const memberships = await countMemberships(ctx, id);
  return {
    ...{ id, email, name, createdAt },
    counts: {
      donations: await countDonations(ctx, id),
      memberships: memberships.all,
      payments: await countPayments(ctx, id),
      customers: await countCustomers(ctx, id),
      gifts: await countGifts(ctx, id),
      grants: await countGrants(ctx, id),
    },
    hasMembershipInForce: memberships.inForce > 0,
  };
}
