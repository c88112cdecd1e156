import { eq } from 'drizzle-orm';
import { passkeyChallenges, passkeys } from '../../../db/schema/passkeys.ts';
import { sessions, staffRoles, supporters } from '../../../db/schema/supporters.ts';
import { defaultLocale, isLocale } from '../../../kernel/locale.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../record-audit.server.ts';

/** own: who still gets in removes their own passkeys in their account. */
export type ResetFailure = 'not_staff' | 'own' | 'none';

/**
 * Takes all passkeys of a member of staff away, because their device is lost: they sign in by mail
 * again and add a new one. Every session of theirs ends, and their mailbox is told.
 * @param input.actorId an owner; null when whoever runs the server does it, for the only owner.
 */
export async function resetPasskeys(
  ctx: Ctx,
  input: {
    readonly actorId: string | null;
    readonly supporterId: string;
    readonly reason: string;
  },
): Promise<Result<{ removed: number }, ResetFailure>> {
  const { actorId, supporterId, reason } = input;
  if (actorId === supporterId) return fail('own');
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const [member] = await tx.db
      .select({ email: supporters.email, locale: supporters.locale })
      .from(staffRoles)
      .innerJoin(supporters, eq(supporters.id, staffRoles.supporterId))
      .where(eq(staffRoles.supporterId, supporterId))
      .for('update');
    if (!member) return fail('not_staff');
    const removed = await tx.db
      .delete(passkeys)
      .where(eq(passkeys.supporterId, supporterId))
      .returning({ id: passkeys.id });
    if (removed.length === 0) return fail('none');
    await tx.db.delete(passkeyChallenges).where(eq(passkeyChallenges.supporterId, supporterId));
    await tx.db
      .update(sessions)
      .set({ expiresAt: now })
      .where(eq(sessions.supporterId, supporterId));
    await recordAudit(tx, {
      ...{ actorId, action: 'passkeys.reset', subjectKind: 'supporter', subjectId: supporterId },
      ...{ reason, before: { passkeys: removed.length }, after: { passkeys: 0 } },
    });
    await tx.mail.queue(tx.db, {
      template: 'passkeys-reset',
      subjectId: `${supporterId}@${now.toISOString()}`,
      recipient: member.email,
      locale: isLocale(member.locale) ? member.locale : defaultLocale,
    });
    return ok({ removed: removed.length });
  });
}
