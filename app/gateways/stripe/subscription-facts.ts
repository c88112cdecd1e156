import type Stripe from 'stripe';
import type {
  ScheduledTerms,
  SubscriptionFacts,
  SubscriptionStatus,
} from '../../domain/ports/subscription-facts.ts';
import { fromUnix } from '../../kernel/dates.ts';
import { intervals } from '../../kernel/giving-amounts.ts';
import { toDiscount } from './discount-facts.ts';
import { idOf, toMoney, toOrder, uuidOf } from './facts.ts';

/**
 * What to expand wherever a subscription becomes {@link SubscriptionFacts}: whoever reads one
 * without, reads nothing of these parts. Four levels is the most that Stripe expands, so a list
 * does without: https://docs.stripe.com/expand
 */
export const subscriptionParts = ['schedule.phases.items.price', 'discounts.source.coupon'];

/** Keys of a subscription's metadata besides those that name our row. */
export const termsKeys = {
  /** The row of the tier that the price stands for. */
  tier: 'tier_id',
  /** The part of the amount that covers the fee, in minor units. */
  feeCover: 'fee_cover',
  /** Why nothing is charged before the trial's end, though nobody is trying anything: {@link Postponement}. */
  postponed: 'postponed_because',
} as const;

const subscriptionStatuses: readonly SubscriptionStatus[] = [
  'incomplete',
  'incomplete_expired',
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'paused',
  'canceled',
];

/** Is it of the shape that we create: one item with a fixed monthly or yearly price? */
export function hasOurShape({ items, status }: Stripe.Subscription): boolean {
  const item = items.data[0];
  return (
    intervals.some((known) => known === item?.price.recurring?.interval) &&
    item?.price.unit_amount != null &&
    subscriptionStatuses.some((known) => known === status)
  );
}

/** @throws when the subscription is not of the shape that we create ({@link hasOurShape}). */
export function toSubscription(
  subscription: Stripe.Subscription,
  environment: string,
): SubscriptionFacts {
  const item = subscription.items.data[0];
  const interval = intervals.find((known) => known === item?.price.recurring?.interval);
  const amountMinor = item?.price.unit_amount;
  const status = statusOf(subscription);
  if (!item || amountMinor == null || !status || !interval) {
    throw new Error(`Subscription ${subscription.id} is not of a shape that we know`);
  }
  const periodEnd = fromUnix(item.current_period_end);
  return {
    subscriptionId: subscription.id,
    customerId: idOf(subscription.customer) ?? '',
    order: toOrder(subscription.metadata, environment),
    status,
    amount: toMoney(amountMinor * (item.quantity ?? 1), subscription.currency),
    interval,
    ...toTerms(subscription.metadata),
    startedAt: fromUnix(subscription.start_date),
    currentPeriodStart: fromUnix(item.current_period_start),
    currentPeriodEnd: periodEnd,
    isPostponed: subscription.status === 'trialing',
    pausedUntil: status === 'paused' ? pauseEnd(subscription) : null,
    discount: toDiscount(subscription, amountMinor * (item.quantity ?? 1)),
    scheduleId: idOf(subscription.schedule),
    next: toNext(subscription),
    // The customer portal sets cancel_at and leaves cancel_at_period_end false:
    // https://docs.stripe.com/changelog/basil (flexible billing).
    cancelAt: subscription.cancel_at
      ? fromUnix(subscription.cancel_at)
      : subscription.cancel_at_period_end
        ? periodEnd
        : null,
    endedAt: subscription.ended_at ? fromUnix(subscription.ended_at) : null,
    endedBecause: endReason(subscription.cancellation_details),
    latestInvoiceId: idOf(subscription.latest_invoice),
    collection: null,
  };
}

function statusOf(subscription: Stripe.Subscription): SubscriptionStatus | undefined {
  const status = subscriptionStatuses.find((known) => known === subscription.status);
  // Collection may be paused while Stripe goes on calling the subscription active: it opens and
  // earns what a paused one does. https://docs.stripe.com/billing/subscriptions/pause-payment
  if (status === 'active' && subscription.pause_collection) return 'paused';
  // What we postponed is "trialing" to Stripe. A pause is none; a period that is paid for isn't either.
  if (status === 'trialing') {
    const postponed = subscription.metadata[termsKeys.postponed];
    if (postponed === 'pause') return 'paused';
    if (postponed === 'paid') return 'active';
  }
  return status;
}

/** Until when nothing is charged; null when it is paused without an end. */
function pauseEnd({ status, trial_end, pause_collection }: Stripe.Subscription): Date | null {
  const end = status === 'trialing' ? trial_end : (pause_collection?.resumes_at ?? null);
  return end ? fromUnix(end) : null;
}

function toTerms(metadata: Stripe.Metadata | null) {
  const cover = metadata?.[termsKeys.feeCover] ?? '';
  return {
    tierId: uuidOf(metadata?.[termsKeys.tier]),
    feeCoverMinor: /^\d{1,9}$/.test(cover) ? Number(cover) : null,
  };
}

/** The terms of the phase after the present one; null when none follows or the schedule was not expanded. */
function toNext({ schedule, currency }: Stripe.Subscription): ScheduledTerms | null {
  if (!schedule || typeof schedule === 'string' || schedule.status !== 'active') return null;
  const endsAt = schedule.current_phase?.end_date;
  const phase = schedule.phases.find(({ start_date: startsAt }) => startsAt === endsAt);
  const item = phase?.items[0];
  const price = item && typeof item.price === 'object' ? item.price : null;
  if (!phase || !item || !price || price.deleted) return null;
  const interval = intervals.find((known) => known === price.recurring?.interval);
  if (!interval || price.unit_amount === null) return null;
  return {
    ...toTerms(phase.metadata),
    amount: toMoney(price.unit_amount * (item.quantity ?? 1), currency),
    interval,
    at: fromUnix(phase.start_date),
  };
}

/** Stands in a subscription that we ended as a second one: on a later reading it must not pass for the patron's own wish. */
export const duplicateMark = 'duplicate';

function endReason(details: Stripe.Subscription['cancellation_details']): string | null {
  return details?.comment === duplicateMark ? duplicateMark : (details?.reason ?? null);
}
