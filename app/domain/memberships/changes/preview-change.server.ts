import { fromUnix, toUnix } from '../../../kernel/dates.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import type { ChangePreview, MembershipTerms } from '../../ports/payments-changes.ts';
import type { PaymentsFailure, ScheduledTerms } from '../../ports/subscription-facts.ts';
import { listTiers } from '../list-tiers.server.ts';
import { readNewsroom } from '../../newsroom/read-newsroom.server.ts';
import type { TierView } from '../tier.ts';
import {
  type ChangeBarrier,
  type RequestedTerms,
  type TermsProblem,
  timingOf,
  toTerms,
} from './membership-change.ts';
import { type Changeable, readChangeable } from './read-changeable.server.ts';

export type ChangeFailure =
  'no_membership' | ChangeBarrier | TermsProblem | 'payments_unavailable' | 'payments_refused';

export interface PreviewedChange {
  readonly terms: MembershipTerms;
  readonly tier: TierView;
  readonly timing: 'now' | 'period_end';
  /** The instant for which the figures hold, in whole seconds. */
  readonly at: Date;
  readonly figures: ChangePreview;
  /** A change that waits already, and that this one takes the place of. */
  readonly replaces: ScheduledTerms | null;
}

/** A change that can be made, and when it would begin to count. */
export interface CheckedChange {
  readonly changeable: Changeable;
  readonly terms: MembershipTerms;
  readonly tier: TierView;
  readonly timing: 'now' | 'period_end';
}

/** Can the membership become that? */
export async function checkChange(
  ctx: Ctx,
  input: { supporterId: string; requested: RequestedTerms },
): Promise<Result<CheckedChange, Exclude<ChangeFailure, 'payments_refused'>>> {
  const read = await readChangeable(ctx, input.supporterId);
  if (!read.ok) return read;
  const { present, facts } = read.value;
  const tiers = await listTiers(ctx);
  const { amounts } = await readNewsroom(ctx);
  const wanted = toTerms(input.requested, present, tiers, amounts);
  if (!wanted.ok) return wanted;
  const { terms, tierRank } = wanted.value;
  const tier = tiers.find(({ id }) => id === terms.tierId);
  const timing = timingOf(present, { ...terms, tierRank }, facts.isPostponed);
  if (!timing || !tier) return fail('nothing_changes');
  return ok({ changeable: read.value, terms, tier, timing });
}

/**
 * What a change would cost, in Stripe's own figures. Nothing is changed.
 * @param input.at the instant for which to count; null = now
 */
export async function previewChange(
  ctx: Ctx,
  input: { supporterId: string; requested: RequestedTerms; at: Date | null },
): Promise<Result<PreviewedChange & { changeable: Changeable }, ChangeFailure>> {
  const checked = await checkChange(ctx, input);
  if (!checked.ok) return checked;
  const { changeable, terms, tier, timing } = checked.value;
  const { facts } = changeable;
  const at = input.at ?? fromUnix(toUnix(ctx.clock.now()));
  const figures = await ctx.payments.previewChange(
    facts.subscriptionId,
    terms,
    timing === 'now' ? { kind: 'now', at } : { kind: 'period_end' },
  );
  if (!figures.ok) return fail(changeFailure(figures.reason));
  return ok({
    ...{ terms, tier, timing, at, figures: figures.value, replaces: facts.next },
    changeable,
  });
}

export function changeFailure(
  reason: PaymentsFailure,
): 'payments_unavailable' | 'payments_refused' {
  return reason === 'try_later' ? 'payments_unavailable' : 'payments_refused';
}
