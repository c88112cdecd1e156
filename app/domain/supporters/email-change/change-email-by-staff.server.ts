import { and, eq, isNull } from 'drizzle-orm';
import { emailChanges, supporters } from '../../../db/schema/supporters.ts';
import { defaultLocale, isLocale } from '../../../kernel/locale.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { newId } from '../../../platform/ids.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { normaliseEmail } from '../email-address.ts';
import { recordAudit } from '../record-audit.server.ts';
import { applyEmailChange } from './apply-email-change.server.ts';
import { endOpenChange } from './request-email-change.server.ts';

export type StaffChangeFailure = 'not_found' | 'same_address' | 'taken';

/**
 * Gives somebody who has lost their old mailbox a new address, on the word of a member of staff who
 * has checked that it is them. Every session ends; both mailboxes are told. The new address still
 * has to be proved by signing in. Caller's duty: that the actor is an owner.
 */
export async function changeEmailByStaff(
  ctx: Ctx,
  input: {
    readonly supporterId: string;
    readonly newEmail: string;
    readonly reason: string;
    readonly actorId: string;
  },
): Promise<Result<null, StaffChangeFailure>> {
  const newEmail = normaliseEmail(input.newEmail);
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const rows = await tx.db
      .select({ email: supporters.email, locale: supporters.locale })
      .from(supporters)
      .where(
        and(
          eq(supporters.id, input.supporterId),
          isNull(supporters.erasedAt),
          isNull(supporters.mergedIntoId),
        ),
      )
      .for('update');
    const supporter = rows[0];
    if (!supporter) return fail('not_found');
    if (supporter.email === newEmail) return fail('same_address');
    const taken = await tx.db
      .select({ mergedIntoId: supporters.mergedIntoId })
      .from(supporters)
      .where(eq(supporters.email, newEmail));
    if (taken.some(({ mergedIntoId }) => mergedIntoId !== input.supporterId)) return fail('taken');
    await endOpenChange(tx, input.supporterId, 'superseded');
    const inserted = await tx.db
      .insert(emailChanges)
      .values({
        id: newId(),
        supporterId: input.supporterId,
        oldEmail: supporter.email,
        newEmail,
        locale: isLocale(supporter.locale) ? supporter.locale : defaultLocale,
        actorId: input.actorId,
        createdAt: now,
        expiresAt: now,
      })
      .returning();
    const change = inserted[0];
    if (!change || (await applyEmailChange(tx, change, input.actorId)) === 'void') {
      return fail('taken');
    }
    await recordAudit(tx, {
      actorId: input.actorId,
      action: 'email.changed_by_staff',
      subjectKind: 'supporter',
      subjectId: input.supporterId,
      detail: { changeId: change.id, reason: input.reason },
    });
    return ok(null);
  });
}
