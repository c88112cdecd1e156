import { eq } from 'drizzle-orm';
import { sessions, staffRoles } from '../../db/schema/supporters.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from './record-audit.server.ts';
import type { Role } from './viewer.ts';

/**
 * Gives a supporter a staff role, changes it, or (null) takes it away, and writes that down.
 * Taking one away also ends their sessions. Caller's duty: that the actor is an owner, or null for a set-up script.
 */
export async function grantRole(
  ctx: Ctx,
  input: {
    readonly actorId: string | null;
    readonly supporterId: string;
    readonly role: Role | null;
  },
): Promise<void> {
  const { actorId, supporterId, role } = input;
  const now = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    if (role) {
      await tx.db
        .insert(staffRoles)
        .values({ supporterId, role, grantedAt: now })
        .onConflictDoUpdate({ target: staffRoles.supporterId, set: { role, grantedAt: now } });
    } else {
      await tx.db.delete(staffRoles).where(eq(staffRoles.supporterId, supporterId));
      await tx.db
        .update(sessions)
        .set({ expiresAt: now })
        .where(eq(sessions.supporterId, supporterId));
    }
    await recordAudit(tx, {
      actorId,
      action: role ? 'role.granted' : 'role.taken',
      subjectKind: 'supporter',
      subjectId: supporterId,
      detail: { role },
    });
  });
}
