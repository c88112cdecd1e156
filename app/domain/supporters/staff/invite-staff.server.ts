import { and, eq, isNull } from 'drizzle-orm';
import { staffInvitations } from '../../../db/schema/staff.ts';
import { staffRoles, supporters } from '../../../db/schema/supporters.ts';
import { addDays } from '../../../kernel/dates.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { newId } from '../../../platform/ids.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { normaliseEmail } from '../email-address.ts';
import { findOrCreateSupporter } from '../find-or-create-supporter.server.ts';
import { recordAudit } from '../record-audit.server.ts';
import type { Role } from '../viewer.ts';
import { invitationDays } from './staff.ts';

/**
 * Asks somebody by mail to join the staff. An older invitation of theirs ends with it, so that one
 * link works at a time. Caller's duty: that the actor is an owner.
 */
export async function inviteStaff(
  ctx: Ctx,
  input: {
    readonly actorId: string;
    readonly email: string;
    readonly role: Role;
    readonly locale: Locale;
    readonly reason: string;
  },
): Promise<Result<{ invitationId: string }, 'already_staff'>> {
  const { actorId, role, locale, reason } = input;
  const now = ctx.clock.now();
  const id = newId();
  return inTransaction(ctx, async (tx) => {
    const { supporterId } = await findOrCreateSupporter(tx, {
      ...{ email: normaliseEmail(input.email), name: null, locale },
      ...{ country: null, stripeCustomerId: null },
    });
    // Two owners who invite the same person at once: the second one's invitation counts.
    const [person] = await tx.db
      .select({ email: supporters.email })
      .from(supporters)
      .where(eq(supporters.id, supporterId))
      .for('update');
    const [has] = await tx.db
      .select({ role: staffRoles.role })
      .from(staffRoles)
      .where(eq(staffRoles.supporterId, supporterId));
    if (has || !person) return fail('already_staff');
    await tx.db
      .update(staffInvitations)
      .set({ withdrawnAt: now })
      .where(
        and(
          eq(staffInvitations.supporterId, supporterId),
          isNull(staffInvitations.acceptedAt),
          isNull(staffInvitations.withdrawnAt),
        ),
      );
    await tx.db.insert(staffInvitations).values({
      ...{ id, supporterId, role, locale, invitedBy: actorId, createdAt: now },
      expiresAt: addDays(now, invitationDays),
    });
    await tx.mail.queue(tx.db, {
      ...{ template: 'staff-invitation', subjectId: id, recipient: person.email, locale },
    });
    await recordAudit(tx, {
      ...{ actorId, action: 'staff.invited', subjectKind: 'supporter', subjectId: supporterId },
      ...{ after: { role }, reason },
    });
    return ok({ invitationId: id });
  });
}

/** Takes an open invitation back: its link ends. False when there is none any more. */
export async function withdrawInvitation(
  ctx: Ctx,
  input: { readonly actorId: string; readonly invitationId: string; readonly reason: string },
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(staffInvitations)
      .set({ withdrawnAt: tx.clock.now() })
      .where(
        and(
          eq(staffInvitations.id, input.invitationId),
          isNull(staffInvitations.acceptedAt),
          isNull(staffInvitations.withdrawnAt),
        ),
      )
      .returning();
    if (!row) return false;
    await recordAudit(tx, {
      ...{ actorId: input.actorId, action: 'staff.invitation_withdrawn' },
      ...{ subjectKind: 'supporter', subjectId: row.supporterId },
      ...{ before: { role: row.role }, reason: input.reason },
    });
    return true;
  });
}
