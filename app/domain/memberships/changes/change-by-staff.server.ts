import type { Result } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import { type StaffAct, recordStaffAct } from '../staff-act.server.ts';
import {
  type ChangeResult,
  type PreviewOutdated,
  changeMembership,
} from './change-membership.server.ts';
import type { RequestedTerms, ShownPreview } from './membership-change.ts';
import type { ChangeFailure } from './preview-change.server.ts';
import { readChangeable } from './read-changeable.server.ts';

/**
 * {@link changeMembership} by the staff, on the patron's wish: what is charged at once is what the
 * page showed, and the patron is told by the same mail. Caller's duty: that the actor may, and that
 * the membership is the supporter's.
 */
export async function changeByStaff(
  ctx: Ctx,
  input: StaffAct & {
    readonly supporterId: string;
    readonly requested: RequestedTerms;
    readonly shown: ShownPreview;
  },
): Promise<Result<ChangeResult, ChangeFailure> | PreviewOutdated> {
  const { membershipId, actorId, why, ...asked } = input;
  const before = await readChangeable(ctx, asked.supporterId);
  if (!before.ok) return before;
  if (before.value.row.id !== membershipId) return { ok: false, reason: 'no_membership' };
  const changed = await changeMembership(ctx, asked);
  if (changed.ok && (changed.value.kind === 'changed' || changed.value.kind === 'scheduled')) {
    const { present } = before.value;
    const { requested } = asked;
    await recordStaffAct(ctx, {
      ...{ membershipId, actorId, why, action: 'membership.changed_by_staff' },
      before: {
        tierId: present.tierId,
        amountMinor: present.amount.amountMinor - present.feeCoverMinor,
        interval: present.interval,
      },
      after: {
        tier: requested.tierSlug,
        amountMinor: requested.amount.amountMinor,
        interval: requested.interval,
        ...(changed.value.kind === 'scheduled' ? { from: changed.value.at.toISOString() } : {}),
      },
    });
  }
  return changed;
}
