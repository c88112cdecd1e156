import { type GivingCurrency, isGivingCurrency } from '../../../kernel/currencies.ts';
import { type AmountRules, type Interval, amountProblem } from '../../../kernel/giving-amounts.ts';
import { type Money, money } from '../../../kernel/money.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { feeCover } from '../../donations/fee-cover.ts';
import type { MembershipTerms } from '../../ports/payments-changes.ts';
import type { TierView } from '../tier.ts';

/** What a patron asks for on the form. */
export interface RequestedTerms {
  readonly tierSlug: string;
  /** The gift itself, without what covers the fee. */
  readonly amount: Money;
  readonly coversFee: boolean;
  readonly interval: Interval;
}

/** Why a membership can't be changed as it stands; each has a way out that the page names. */
export type ChangeBarrier = 'payment_failing' | 'paused' | 'ending';

/** What is wrong with the terms themselves. */
export type TermsProblem =
  | 'tier_unknown'
  | 'amount_too_low'
  | 'amount_too_high'
  | 'below_tier_minimum'
  | 'other_currency'
  | 'nothing_changes';

/** The terms in force, and the rank of their tier. */
export type PresentTerms = MembershipTerms & { readonly tierRank: number };

export function barrierOf(membership: {
  readonly status: string;
  readonly cancelAt: Date | null;
}): ChangeBarrier | null {
  if (membership.status === 'past_due' || membership.status === 'unpaid') return 'payment_failing';
  if (membership.cancelAt) return 'ending';
  return membership.status === 'paused' ? 'paused' : null;
}

/**
 * The request as terms that can be charged. A membership keeps its currency: Stripe does not change
 * a subscription's (https://docs.stripe.com/billing/customer#currency).
 */
export function toTerms(
  requested: RequestedTerms,
  present: PresentTerms,
  tiers: readonly TierView[],
  rules: AmountRules,
): Result<{ terms: MembershipTerms; tierRank: number }, TermsProblem> {
  const { amount, interval } = requested;
  const { currency } = amount;
  if (currency !== present.amount.currency || !isGivingCurrency(currency))
    return fail('other_currency');
  const problem = amountProblem(
    rules,
    { amountMinor: amount.amountMinor, currency },
    interval === 'month' ? 'monthly' : 'yearly',
  );
  if (problem) return fail(problem);
  const tier = tiers.find((known) => known.slug === requested.tierSlug);
  if (!tier) return fail('tier_unknown');
  if (amount.amountMinor < minimumOf(tier, currency, interval).amountMinor)
    return fail('below_tier_minimum');
  const feeCoverMinor = coverOf(requested, present);
  const total = money(amount.amountMinor + feeCoverMinor, currency);
  return ok({
    terms: { tierId: tier.id, amount: total, feeCoverMinor, interval },
    tierRank: tier.rank,
  });
}

function minimumOf(tier: TierView, currency: GivingCurrency, interval: Interval): Money {
  return tier.minimums[currency][interval];
}

/** Whoever covers the fee of the same gift already goes on paying what they agreed to. */
function coverOf({ amount, coversFee, interval }: RequestedTerms, present: PresentTerms): number {
  if (!coversFee) return 0;
  const isSameGift =
    present.feeCoverMinor > 0 &&
    present.interval === interval &&
    present.amount.amountMinor - present.feeCoverMinor === amount.amountMinor;
  return isSameGift ? present.feeCoverMinor : feeCover(amount).cover.amountMinor;
}

/**
 * When a change counts: what is more, counts and is charged at once; what is less, when the paid
 * period ends. Months become years at once, because a year is paid ahead; years become months when
 * the year is over. While nothing is charged (`isPostponed`), there is nothing to settle before the
 * next charge. Null: nothing changes.
 */
export function timingOf(
  present: PresentTerms,
  next: MembershipTerms & { readonly tierRank: number },
  isPostponed: boolean,
): 'now' | 'period_end' | null {
  const isSamePrice =
    present.interval === next.interval && present.amount.amountMinor === next.amount.amountMinor;
  if (isSamePrice && present.tierId === next.tierId) return null;
  if (isPostponed) return 'period_end';
  if (present.interval !== next.interval) return next.interval === 'year' ? 'now' : 'period_end';
  if (isSamePrice) return next.tierRank > present.tierRank ? 'now' : 'period_end';
  return next.amount.amountMinor > present.amount.amountMinor ? 'now' : 'period_end';
}

/** For so long figures that were shown may be confirmed; they are asked for again all the same. */
export const previewMinutes = 20;

/** What the page showed, as its form sends it back: only if it is still so, is it done. */
export interface ShownPreview {
  readonly at: Date;
  readonly dueNowMinor: number;
  readonly nextMinor: number;
}
