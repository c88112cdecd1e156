import { addMs, minutesMs, toUnix } from '../../../kernel/dates.ts';
import type { Money } from '../../../kernel/money.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import type { ChangeOutcome } from '../../ports/payments-changes.ts';
import { takeOver } from './current-facts.server.ts';
import { type RequestedTerms, type ShownPreview, previewMinutes } from './membership-change.ts';
import {
  type ChangeFailure,
  type PreviewedChange,
  changeFailure,
  previewChange,
} from './preview-change.server.ts';

export type ChangeResult =
  | { readonly kind: 'changed'; readonly charged: Money }
  | { readonly kind: 'scheduled'; readonly at: Date }
  /** The old terms stay; `payUrl` is where the change can still be paid. */
  | {
      readonly kind: 'declined' | 'needs_confirmation';
      readonly amount: Money;
      readonly payUrl: string | null;
    };

/** The figures are not what was shown any more: nothing has changed, and these are the new ones. */
export interface PreviewOutdated {
  readonly ok: false;
  readonly reason: 'preview_outdated';
  readonly preview: PreviewedChange;
}

/**
 * Makes the change that was previewed, if Stripe's figures for it are still the same: what is
 * charged is what was shown. Confirming twice does it once.
 */
export async function changeMembership(
  ctx: Ctx,
  input: { supporterId: string; requested: RequestedTerms; shown: ShownPreview },
): Promise<Result<ChangeResult, ChangeFailure> | PreviewOutdated> {
  const { supporterId, requested, shown } = input;
  const previewed = await previewChange(ctx, {
    ...{ supporterId, requested },
    at: isFresh(shown.at, ctx.clock.now()) ? shown.at : null,
  });
  if (!previewed.ok) return previewed;
  const { changeable, ...preview } = previewed.value;
  if (!isAsShown(preview, shown)) return { ok: false, reason: 'preview_outdated', preview };
  const { row, facts } = changeable;
  const { terms, at, timing } = preview;
  const key = `change:${row.id}:${toUnix(at)}:${terms.tierId}:${terms.amount.amountMinor}:${terms.interval}`;
  if (timing === 'period_end') {
    const scheduled = await ctx.payments.changeAtPeriodEnd(facts.subscriptionId, terms, key);
    if (!scheduled.ok) return fail(changeFailure(scheduled.reason));
    await takeOver(ctx, scheduled.value);
    return ok({ kind: 'scheduled', at: scheduled.value.next?.at ?? facts.currentPeriodEnd });
  }
  const changed = await ctx.payments.changeNow(facts.subscriptionId, terms, at, key);
  if (!changed.ok) return fail(changeFailure(changed.reason));
  await takeOver(ctx, changed.value.facts);
  return ok(resultOf(changed.value, preview));
}

function isFresh(at: Date, now: Date): boolean {
  return at <= now && addMs(at, previewMinutes * minutesMs) > now;
}

function isAsShown({ at, figures }: PreviewedChange, shown: ShownPreview): boolean {
  return (
    at.getTime() === shown.at.getTime() &&
    figures.dueNow.amountMinor === shown.dueNowMinor &&
    figures.next.amount.amountMinor === shown.nextMinor
  );
}

function resultOf(outcome: ChangeOutcome, { figures }: PreviewedChange): ChangeResult {
  return outcome.kind === 'changed'
    ? { kind: 'changed', charged: figures.dueNow }
    : { kind: outcome.kind, amount: figures.dueNow, payUrl: outcome.payUrl };
}
