import type Stripe from 'stripe';
import type { ChangePreview, MembershipTerms } from '../../domain/ports/payments-changes.ts';
import { fromUnix } from '../../kernel/dates.ts';
import { idOf, toMoney } from './facts.ts';
import { changeItems, hasNewPrice, itemOf, startsNewPeriod } from './change-terms.ts';
import { hasUpcomingPhase, phasesOf } from './schedules.server.ts';

/** A change that is charged at once: https://docs.stripe.com/billing/subscriptions/prorations#preview-proration */
export async function previewNow(
  stripe: Stripe,
  subscription: Stripe.Subscription,
  terms: MembershipTerms,
  prorationDate: number,
): Promise<ChangePreview> {
  const { currency } = subscription;
  if (!hasNewPrice(subscription, terms)) {
    return previewAtPeriodEnd(stripe, subscription, terms);
  }
  const isNewPeriod = startsNewPeriod(subscription, terms);
  const preview = await stripe.invoices.createPreview({
    subscription: subscription.id,
    subscription_details: {
      items: changeItems(subscription, terms),
      proration_behavior: 'always_invoice',
      proration_date: prorationDate,
      ...(isNewPeriod ? { billing_cycle_anchor: { type: 'now' } } : {}),
    },
  });
  const credited = preview.lines.data
    .filter((line) => line.amount < 0)
    .reduce((sum, line) => sum - line.amount, 0);
  const leftOver = Math.max(0, -(preview.ending_balance ?? 0));
  const periodEnd = Math.max(
    ...preview.lines.data.filter((line) => line.amount > 0).map((line) => line.period.end),
    isNewPeriod ? 0 : itemOf(subscription).current_period_end,
  );
  const each = await eachPeriod(stripe, subscription, terms);
  return {
    dueNow: toMoney(preview.amount_due, currency),
    credited: toMoney(credited, currency),
    charged: toMoney(preview.total + credited, currency),
    fromBalance: toMoney(preview.total - preview.amount_due, currency),
    next: { amount: toMoney(Math.max(0, each - leftOver), currency), at: fromUnix(periodEnd) },
  };
}

/** What every later period costs, discounts taken off. While other terms are scheduled Stripe would tell of those. */
async function eachPeriod(
  stripe: Stripe,
  subscription: Stripe.Subscription,
  terms: MembershipTerms,
): Promise<number> {
  if (hasUpcomingPhase(subscription)) return terms.amount.amountMinor;
  const recurring = await stripe.invoices.createPreview({
    subscription: subscription.id,
    preview_mode: 'recurring',
    subscription_details: {
      items: changeItems(subscription, terms),
      proration_behavior: 'none',
    },
  });
  return recurring.total;
}

/** A change that begins when the paid period ends: the next invoice is the first of the new terms. */
export async function previewAtPeriodEnd(
  stripe: Stripe,
  subscription: Stripe.Subscription,
  terms: MembershipTerms,
): Promise<ChangePreview> {
  const { currency } = subscription;
  const scheduleId = idOf(subscription.schedule);
  const invoice = scheduleId
    ? await stripe.invoices.createPreview({
        schedule: scheduleId,
        schedule_details: {
          end_behavior: 'release',
          proration_behavior: 'none',
          phases: phasesOf(await stripe.subscriptionSchedules.retrieve(scheduleId), {
            ...{ subscription, terms },
          }),
        },
      })
    : await stripe.invoices.createPreview({
        subscription: subscription.id,
        ...(hasNewPrice(subscription, terms)
          ? {
              subscription_details: {
                items: changeItems(subscription, terms),
                proration_behavior: 'none',
              },
            }
          : {}),
      });
  const none = toMoney(0, currency);
  return {
    ...{ dueNow: none, credited: none, charged: none, fromBalance: none },
    next: {
      amount: toMoney(invoice.amount_due, currency),
      at: fromUnix(itemOf(subscription).current_period_end),
    },
  };
}
