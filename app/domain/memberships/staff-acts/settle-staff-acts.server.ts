import { asc, eq } from 'drizzle-orm';
import type { memberships } from '../../../db/schema/memberships.ts';
import { staffActs } from '../../../db/schema/staff-acts.ts';
import type { Ctx } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { effectOf } from './staff-act.ts';

type Membership = typeof memberships.$inferSelect;

/**
 * Writes into the audit log what the staff had asked for and this step of the membership brings,
 * whoever hears of it first: the process that asked, an event, or reconciliation. In the transaction
 * of the step and under the membership's lock, so that each is written once.
 */
export async function settleStaffActs(
  tx: Ctx,
  before: Membership,
  after: Membership,
): Promise<void> {
  const acts = await tx.db
    .select()
    .from(staffActs)
    .where(eq(staffActs.membershipId, after.id))
    .orderBy(asc(staffActs.createdAt), asc(staffActs.id));
  for (const act of acts) {
    const effect = effectOf(act, before, after);
    if (!effect) continue;
    const { address, userAgent, actorId, reason } = act;
    const asked = address === null ? tx : { ...tx, origin: { address, userAgent } };
    await recordAudit(asked, {
      ...{ actorId, reason, ...effect },
      ...{ action: `membership.${act.action}_by_staff` },
      ...{ subjectKind: 'membership', subjectId: after.id },
    });
    await tx.db.delete(staffActs).where(eq(staffActs.id, act.id));
  }
}
