import type { memberships } from '../../../db/schema/memberships.ts';
import type { AskedTerms, staffActs } from '../../../db/schema/staff-acts.ts';
import { hoursMs } from '../../../kernel/dates.ts';

type Membership = typeof memberships.$inferSelect;
type Fields = Readonly<Record<string, unknown>>;

export type StaffActKind = (typeof staffActs.$inferSelect)['action'];

/** So long an act that Stripe did not answer for may still turn out to have been done. */
export const openMs = hoursMs;

/**
 * So long a change may still be paid for that the bank declined or wants confirmed: Stripe lets go
 * of it after 23 hours. https://docs.stripe.com/billing/subscriptions/pending-updates
 */
export const awaitsPaymentMs = 24 * hoursMs;

/**
 * What an act has done, if it is this step of the membership that it brought about: the fields that
 * changed, as they were and as they are. Null: the step is not the act's.
 */
export function effectOf(
  act: { readonly action: StaffActKind; readonly asked: AskedTerms | null },
  before: Membership,
  after: Membership,
): { before: Fields; after: Fields } | null {
  switch (act.action) {
    case 'ended':
      return endOf(before, after);
    case 'continued':
      return before.cancelAt && !after.cancelAt && !after.endedAt
        ? { before: { endsAt: before.cancelAt.toISOString() }, after: { endsAt: null } }
        : null;
    case 'paused':
      return after.pausedUntil && !before.pausedUntil
        ? {
            before: { pausedUntil: null },
            after: { pausedUntil: after.pausedUntil.toISOString() },
          }
        : null;
    case 'resumed':
      return before.status === 'paused' && after.status !== 'paused' && !after.endedAt
        ? {
            before: { pausedUntil: before.pausedUntil?.toISOString() ?? null },
            after: {
              isPaid: after.status === 'active',
              nextChargeAt: after.currentPeriodEnd?.toISOString() ?? null,
            },
          }
        : null;
    case 'changed':
      return act.asked && changeOf(act.asked, before, after);
  }
}

/** An end that failed payments or a dispute brought is nobody's act. */
function endOf(before: Membership, after: Membership): ReturnType<typeof effectOf> {
  const isScheduled = !before.cancelAt && after.cancelAt !== null;
  const hasEnded =
    !before.endedAt && after.endedAt !== null && after.endedBecause === 'cancellation_requested';
  // The day that was known before has come: that is nobody's act either.
  const isDue =
    after.endedAt !== null && before.cancelAt !== null && after.endedAt >= before.cancelAt;
  if (isDue || !(isScheduled || hasEnded)) return null;
  const endsAt = (after.endedAt ?? after.cancelAt)?.toISOString() ?? null;
  return {
    before: { endsAt: before.cancelAt?.toISOString() ?? null },
    after: { endsAt, hasEnded },
  };
}

function changeOf(
  asked: AskedTerms,
  before: Membership,
  after: Membership,
): ReturnType<typeof effectOf> {
  const isNow = hasTerms(after, asked) && !hasTerms(before, asked);
  const isNext = willHaveTerms(after, asked) && !willHaveTerms(before, asked);
  if (!isNow && !isNext) return null;
  return {
    before: {
      tierId: before.tierId,
      amountMinor: before.amountMinor - before.feeCoverMinor,
      interval: before.interval,
    },
    after: {
      tier: asked.tier,
      amountMinor: asked.amountMinor - asked.feeCoverMinor,
      interval: asked.interval,
      ...(isNow ? {} : { from: after.nextChangeAt?.toISOString() ?? null }),
    },
  };
}

function hasTerms(row: Membership, asked: AskedTerms): boolean {
  return (
    row.tierId === asked.tierId &&
    row.amountMinor === asked.amountMinor &&
    row.interval === asked.interval
  );
}

function willHaveTerms(row: Membership, asked: AskedTerms): boolean {
  return (
    row.nextChangeAt !== null &&
    row.nextTierId === asked.tierId &&
    row.nextAmountMinor === asked.amountMinor &&
    row.nextInterval === asked.interval
  );
}
