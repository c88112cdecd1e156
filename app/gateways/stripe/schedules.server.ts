import type Stripe from 'stripe';
import type { MembershipTerms } from '../../domain/ports/payments-changes.ts';
import { money } from '../../kernel/money.ts';
import { idOf } from './facts.ts';
import { itemOf, priceDataOf, toTermsMetadata } from './change-terms.ts';

type Phases = NonNullable<Stripe.SubscriptionScheduleUpdateParams['phases']>;
type PhaseDiscount = { discount: string } | { coupon: string };

/** Does terms of a later phase wait? Caller's duty: the schedule is expanded. */
export function hasUpcomingPhase({ schedule }: Stripe.Subscription): boolean {
  if (!schedule || typeof schedule === 'string' || schedule.status !== 'active') return false;
  const endsAt = schedule.current_phase?.end_date;
  return schedule.phases.some(({ start_date: startsAt }) => startsAt === endsAt);
}

/** Takes a subscription out of its schedule; as it is now, it goes on. */
export async function releaseAttached(
  stripe: Stripe,
  subscription: Stripe.Subscription,
  idempotencyKey: string,
): Promise<void> {
  const { schedule } = subscription;
  const scheduleId = idOf(schedule);
  if (!scheduleId) return;
  if (schedule && typeof schedule === 'object' && schedule.status !== 'active') return;
  await stripe.subscriptionSchedules.release(
    scheduleId,
    {},
    { idempotencyKey: `${idempotencyKey}:release` },
  );
}

/**
 * What is paid for until its end, then the new terms. The schedule has nothing to say after their
 * first day, and lets go of the subscription by itself, so that it can be paused or ended again.
 * https://docs.stripe.com/billing/subscriptions/subscription-schedules/use-cases#downgrading-subscriptions
 */
export function phasesOf(
  schedule: Stripe.SubscriptionSchedule,
  { subscription, terms }: { subscription: Stripe.Subscription; terms: MembershipTerms },
): Phases {
  const item = itemOf(subscription);
  const present = schedule.phases.find(
    ({ start_date: startsAt }) => startsAt === schedule.current_phase?.start_date,
  );
  const amountMinor = (item.price.unit_amount ?? 0) * (item.quantity ?? 1);
  const interval = item.price.recurring?.interval === 'year' ? 'year' : 'month';
  const discounts = (present?.discounts ?? []).flatMap(({ discount, coupon }): PhaseDiscount[] => {
    if (discount) return [{ discount: idOf(discount) ?? '' }];
    return coupon ? [{ coupon: idOf(coupon) ?? '' }] : [];
  });
  const startsAt = present?.start_date ?? item.current_period_start;
  return [
    {
      start_date: startsAt,
      end_date: item.current_period_end,
      items: [
        {
          quantity: 1,
          price_data: priceDataOf(subscription, {
            amount: money(amountMinor, terms.amount.currency),
            interval,
          }),
        },
      ],
      ...(subscription.status === 'trialing' ? { trial_end: item.current_period_end } : {}),
      ...(discounts.length > 0 ? { discounts } : {}),
      proration_behavior: 'none',
    },
    {
      duration: { interval: 'day', interval_count: 1 },
      items: [{ quantity: 1, price_data: priceDataOf(subscription, terms) }],
      metadata: toTermsMetadata(terms),
      ...(interval === terms.interval ? {} : { billing_cycle_anchor: 'phase_start' }),
      ...(discounts.length > 0 ? { discounts } : {}),
      proration_behavior: 'none',
    },
  ];
}
