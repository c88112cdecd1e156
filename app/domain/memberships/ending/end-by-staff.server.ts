import type { Result } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import { type StaffAct, byStaff } from '../staff-acts/by-staff.server.ts';
import { type ContinueFailure, continueMembership } from './continue-membership.server.ts';
import { type EndFailure, endMembership } from './end-membership.server.ts';

/** {@link endMembership} by the staff: the patron is told by the same mail. Caller's duty: that the actor may. */
export async function endByStaff(
  ctx: Ctx,
  act: StaffAct,
): Promise<Result<{ endsAt: Date; hasEnded: boolean }, EndFailure>> {
  const { membershipId } = act;
  return byStaff(ctx, { ...act, action: 'ended' }, () =>
    endMembership(ctx, { whose: { membershipId }, reason: null }),
  );
}

/** {@link continueMembership} by the staff. Caller's duty: that the actor may. */
export async function continueByStaff(
  ctx: Ctx,
  act: StaffAct,
): Promise<Result<{ nextChargeAt: Date }, ContinueFailure>> {
  const { membershipId } = act;
  return byStaff(ctx, { ...act, action: 'continued' }, () =>
    continueMembership(ctx, { whose: { membershipId } }),
  );
}
