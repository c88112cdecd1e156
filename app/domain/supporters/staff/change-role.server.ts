import { asc, eq } from 'drizzle-orm';
import { sessions, staffRoles } from '../../../db/schema/supporters.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../record-audit.server.ts';
import type { Role } from '../viewer.ts';

export type ChangeRoleFailure = 'not_staff' | 'same_role' | 'last_owner';

/**
 * Gives a member of staff another role, or (null) takes it away: then every session of theirs ends
 * with the change. The last owner stays one. Caller's duty: that the actor is an owner.
 */
export async function changeRole(
  ctx: Ctx,
  input: {
    readonly actorId: string;
    readonly supporterId: string;
    readonly role: Role | null;
    readonly reason: string;
  },
): Promise<Result<null, ChangeRoleFailure>> {
  const { actorId, supporterId, role, reason } = input;
  const now = ctx.clock.now();
  return inTransaction(ctx, async (tx) => {
    // All of them, in one order: two owners who take each other's role away must wait in line.
    const staff = await tx.db
      .select()
      .from(staffRoles)
      .orderBy(asc(staffRoles.supporterId))
      .for('update');
    const own = staff.find((member) => member.supporterId === supporterId);
    if (!own) return fail('not_staff');
    if (own.role === role) return fail('same_role');
    const owners = staff.filter((member) => member.role === 'owner').length;
    if (own.role === 'owner' && owners === 1) return fail('last_owner');
    const isTheirs = eq(staffRoles.supporterId, supporterId);
    if (role) {
      await tx.db.update(staffRoles).set({ role, grantedAt: now }).where(isTheirs);
    } else {
      await tx.db.delete(staffRoles).where(isTheirs);
      await tx.db
        .update(sessions)
        .set({ expiresAt: now })
        .where(eq(sessions.supporterId, supporterId));
    }
    await recordAudit(tx, {
      ...{ actorId, subjectKind: 'supporter', subjectId: supporterId, reason },
      action: role ? 'role.changed' : 'role.taken',
      before: { role: own.role },
      ...(role ? { after: { role } } : {}),
    });
    return ok(null);
  });
}
