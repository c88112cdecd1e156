import type { Result } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import { type StaffAct, byStaff } from '../staff-acts/by-staff.server.ts';
import {
  type ChangeResult,
  type PreviewOutdated,
  changeMembership,
} from './change-membership.server.ts';
import type { RequestedTerms, ShownPreview } from './membership-change.ts';
import { type ChangeFailure, checkChange } from './preview-change.server.ts';

type Changed = Result<ChangeResult, ChangeFailure> | PreviewOutdated;

/**
 * {@link changeMembership} by the staff, on the patron's wish: what is charged at once is what the
 * page showed, and the patron is told by the same mail. Caller's duty: that the actor may, and that
 * the membership is the supporter's.
 */
export async function changeByStaff(
  ctx: Ctx,
  {
    supporterId,
    requested,
    shown,
    ...act
  }: StaffAct & {
    readonly supporterId: string;
    readonly requested: RequestedTerms;
    readonly shown: ShownPreview;
  },
): Promise<Changed> {
  const checked = await checkChange(ctx, { supporterId, requested });
  if (!checked.ok) return checked;
  const { changeable, terms } = checked.value;
  if (changeable.row.id !== act.membershipId) return { ok: false, reason: 'no_membership' };
  const asked = {
    ...{ tierId: terms.tierId, tier: requested.tierSlug, interval: terms.interval },
    ...{ amountMinor: terms.amount.amountMinor, feeCoverMinor: terms.feeCoverMinor },
  };
  return byStaff<Changed>(
    ctx,
    { ...act, action: 'changed', asked },
    () => changeMembership(ctx, { supporterId, requested, shown }),
    awaitsPayment,
  );
}

/** The old terms stay for now; paid within a day, the new ones still come about. */
function awaitsPayment(changed: Changed): boolean {
  if (!changed.ok) return false;
  const { kind } = changed.value;
  return kind === 'declined' || kind === 'needs_confirmation';
}
