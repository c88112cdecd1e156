import type { Result } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import { type StaffAct, recordStaffAct } from '../staff-act.server.ts';
import { type ContinueFailure, continueMembership } from './continue-membership.server.ts';
import { type EndFailure, endMembership } from './end-membership.server.ts';

/** {@link endMembership} by the staff: the patron is told by the same mail. Caller's duty: that the actor may. */
export async function endByStaff(
  ctx: Ctx,
  { membershipId, actorId, why }: StaffAct,
): Promise<Result<{ endsAt: Date; hasEnded: boolean }, EndFailure>> {
  const ended = await endMembership(ctx, { whose: { membershipId }, reason: null });
  if (ended.ok) {
    const { endsAt, hasEnded } = ended.value;
    await recordStaffAct(ctx, {
      ...{ membershipId, actorId, why, action: 'membership.ended_by_staff' },
      ...{ before: { endsAt: null }, after: { endsAt: endsAt.toISOString(), hasEnded } },
    });
  }
  return ended;
}

/** {@link continueMembership} by the staff. Caller's duty: that the actor may. */
export async function continueByStaff(
  ctx: Ctx,
  { membershipId, actorId, why }: StaffAct,
): Promise<Result<{ nextChargeAt: Date }, ContinueFailure>> {
  const continued = await continueMembership(ctx, { whose: { membershipId } });
  if (continued.ok) {
    await recordStaffAct(ctx, {
      ...{ membershipId, actorId, why, action: 'membership.continued_by_staff' },
      after: { endsAt: null },
    });
  }
  return continued;
}
