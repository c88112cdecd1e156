import { type Result, fail } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import { readLive } from '../ending/read-live.server.ts';
import { type StaffAct, byStaff } from '../staff-acts/by-staff.server.ts';
import type { PauseDates, PauseMonths } from './pause.ts';
import { type PauseFailure, pauseMembership } from './pause-membership.server.ts';
import { type ResumeFailure, resumeMembership } from './resume-membership.server.ts';

/** {@link pauseMembership} by the staff: the patron is told by the same mail. Caller's duty: that the actor may. */
export async function pauseByStaff(
  ctx: Ctx,
  { months, ...act }: StaffAct & { readonly months: PauseMonths },
): Promise<Result<PauseDates, PauseFailure>> {
  const supporterId = await ownerOf(ctx, act);
  if (!supporterId) return fail('no_membership');
  return byStaff(ctx, { ...act, action: 'paused' }, () =>
    pauseMembership(ctx, { supporterId, months }),
  );
}

/** {@link resumeMembership} by the staff. Caller's duty: that the actor may. */
export async function resumeByStaff(
  ctx: Ctx,
  act: StaffAct,
): Promise<Result<{ isPaid: boolean; nextChargeAt: Date }, ResumeFailure>> {
  const supporterId = await ownerOf(ctx, act);
  if (!supporterId) return fail('no_membership');
  return byStaff(ctx, { ...act, action: 'resumed' }, () => resumeMembership(ctx, { supporterId }));
}

/** Whose membership it is, if it is the one in force. */
async function ownerOf(ctx: Ctx, { membershipId }: StaffAct): Promise<string | null> {
  return (await readLive(ctx, { membershipId }))?.supporterId ?? null;
}
