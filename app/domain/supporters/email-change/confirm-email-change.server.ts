import { eq } from 'drizzle-orm';
import { emailChanges } from '../../../db/schema/supporters.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../record-audit.server.ts';
import { type Applied, applyEmailChange } from './apply-email-change.server.ts';
import type { ChangeLinkState } from './email-change.ts';
import { type EmailChange, findByToken, mailboxOf } from './read-email-change.server.ts';

/** waiting: the other mailbox has not agreed yet. done: the address is changed. */
export type Confirmation = 'waiting' | 'done';
export type ConfirmationFailure = Exclude<
  ChangeLinkState,
  'live' | 'confirmed' | 'done' | 'refused'
>;

/**
 * One mailbox agrees. When both have, in either order or at the same moment, the address changes,
 * once. Pressing twice is fine.
 */
export async function confirmEmailChange(
  ctx: Ctx,
  token: string,
): Promise<Result<Confirmation, ConfirmationFailure>> {
  return inTransaction(ctx, async (tx) => {
    const change = await lockByToken(tx, token);
    if (!change) return fail('unknown');
    if (change.outcome === 'done') return ok('done');
    if (change.outcome) return fail('ended');
    const now = tx.clock.now();
    if (change.expiresAt <= now) return fail('expired');
    const mailbox = mailboxOf(change, token);
    const agreed = {
      oldConfirmedAt: change.oldConfirmedAt ?? (mailbox === 'old' ? now : null),
      newConfirmedAt: change.newConfirmedAt ?? (mailbox === 'new' ? now : null),
    };
    await tx.db.update(emailChanges).set(agreed).where(eq(emailChanges.id, change.id));
    if (!agreed.oldConfirmedAt || !agreed.newConfirmedAt) return ok('waiting');
    const applied: Applied = await applyEmailChange(tx, change, change.supporterId);
    return applied === 'done' ? ok('done') : fail('ended');
  });
}

/** One mailbox says no: "this was not me". Nothing changes any more, and a newer wish is needed. */
export async function refuseEmailChange(
  ctx: Ctx,
  token: string,
): Promise<Result<null, ConfirmationFailure | 'done'>> {
  return inTransaction(ctx, async (tx) => {
    const change = await lockByToken(tx, token);
    if (!change) return fail('unknown');
    if (change.outcome === 'done') return fail('done');
    if (change.outcome === 'refused') return ok(null);
    if (change.outcome) return fail('ended');
    const mailbox = mailboxOf(change, token);
    await tx.db
      .update(emailChanges)
      .set({ outcome: 'refused', endedAt: tx.clock.now() })
      .where(eq(emailChanges.id, change.id));
    await recordAudit(tx, {
      actorId: null,
      action: 'email.change_refused',
      subjectKind: 'supporter',
      subjectId: change.supporterId,
      detail: { changeId: change.id, mailbox },
    });
    return ok(null);
  });
}

/** The change as it stands once nobody else is deciding on it. */
async function lockByToken(ctx: Ctx, token: string): Promise<EmailChange | undefined> {
  const found = await findByToken(ctx, token);
  if (!found) return undefined;
  const rows = await ctx.db
    .select()
    .from(emailChanges)
    .where(eq(emailChanges.id, found.id))
    .for('update');
  const change = rows[0];
  // Replaced by a newer mail while this one waited for the lock.
  const isCurrent =
    change?.oldTokenHash === found.oldTokenHash && change.newTokenHash === found.newTokenHash;
  return isCurrent ? change : undefined;
}
