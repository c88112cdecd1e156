import { and, eq, isNull } from 'drizzle-orm';
import { emailChanges, supporters } from '../../../db/schema/supporters.ts';
import { addMs } from '../../../kernel/dates.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { newId } from '../../../platform/ids.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { normaliseEmail } from '../email-address.ts';
import { recordAudit } from '../record-audit.server.ts';
import { emailChangeMs } from './email-change.ts';

export interface RequestEmailChangeInput {
  readonly supporterId: string;
  /** The session that asks. */
  readonly sessionId: string;
  /** Checked by the caller to be an address. */
  readonly newEmail: string;
  readonly locale: Locale;
}

/**
 * Begins to change the address with which somebody signs in: a mail goes to the old mailbox and
 * one to the new, and nothing changes until both have agreed. A newer wish replaces an older one.
 * It does the very same for an address that somebody else has: that mailbox alone is told, so
 * that nobody finds out here who has an account. Caller's duty: the limits, and a recent sign-in.
 */
export async function requestEmailChange(
  ctx: Ctx,
  input: RequestEmailChangeInput,
): Promise<Result<{ changeId: string }, 'same_address'>> {
  const { supporterId, locale } = input;
  const newEmail = normaliseEmail(input.newEmail);
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const rows = await tx.db
      .select({ email: supporters.email })
      .from(supporters)
      .where(and(eq(supporters.id, supporterId), isNull(supporters.erasedAt)))
      .for('update');
    const oldEmail = rows[0]?.email;
    if (oldEmail === undefined) throw new Error(`Supporter ${supporterId} is not there`);
    if (oldEmail === newEmail) return fail('same_address');
    await endOpenChange(tx, supporterId, 'superseded');
    const changeId = newId();
    await tx.db.insert(emailChanges).values({
      ...{ id: changeId, supporterId, oldEmail, newEmail, locale, sessionId: input.sessionId },
      createdAt: now,
      expiresAt: addMs(now, emailChangeMs),
    });
    const about = { subjectId: changeId, locale };
    await tx.mail.queue(tx.db, { template: 'email-change-old', recipient: oldEmail, ...about });
    await tx.mail.queue(tx.db, { template: 'email-change-new', recipient: newEmail, ...about });
    await recordAudit(tx, {
      actorId: supporterId,
      action: 'email.change_requested',
      subjectKind: 'supporter',
      subjectId: supporterId,
      detail: { changeId },
    });
    return ok({ changeId });
  });
}

/** Ends the wish that is under way, when there is one. Caller's duty: a transaction. */
export async function endOpenChange(
  ctx: Ctx,
  supporterId: string,
  outcome: 'superseded' | 'cancelled',
): Promise<string | null> {
  const ended = await ctx.db
    .update(emailChanges)
    .set({ outcome, endedAt: ctx.clock.now() })
    .where(and(eq(emailChanges.supporterId, supporterId), isNull(emailChanges.endedAt)))
    .returning({ id: emailChanges.id });
  return ended[0]?.id ?? null;
}
