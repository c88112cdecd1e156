import type Stripe from 'stripe';
import type {
  ChangeOutcome,
  ChangePayments,
  ChangePreview,
  MembershipTerms,
  Postponement,
} from '../../domain/ports/payments-changes.ts';
import { toUnix } from '../../kernel/dates.ts';
import type { PaymentsFailure } from '../../domain/ports/subscription-facts.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { attempt } from './classify-error.ts';
import { idOf } from './facts.ts';
import { previewAtPeriodEnd, previewNow } from './change-preview.server.ts';
import { changeItems, hasNewPrice, startsNewPeriod, toTermsMetadata } from './change-terms.ts';
import { hasUpcomingPhase, phasesOf, releaseAttached } from './schedules.server.ts';
import { subscriptionParts, termsKeys, toSubscription } from './subscription-facts.ts';

/** Changing what a membership costs and when it is charged. */
export function createChanges(stripe: Stripe, environment: string): ChangePayments {
  const read = (id: string) => stripe.subscriptions.retrieve(id, { expand: subscriptionParts });
  const toFacts = (subscription: Stripe.Subscription) => toSubscription(subscription, environment);
  return {
    previewChange: (id, terms, timing) =>
      attempt(async (): Promise<ChangePreview> => {
        const subscription = await read(id);
        return timing.kind === 'now'
          ? previewNow(stripe, subscription, terms, toUnix(timing.at))
          : previewAtPeriodEnd(stripe, subscription, terms);
      }),
    changeNow: (id, terms, at, idempotencyKey) =>
      attempt(async () => {
        const subscription = await read(id);
        await releaseAttached(stripe, subscription, idempotencyKey);
        const changed = await changeNow(stripe, subscription, {
          ...{ terms, prorationDate: toUnix(at), idempotencyKey },
        });
        return toOutcome(stripe, changed, toFacts(changed));
      }),
    changeAtPeriodEnd: (id, terms, idempotencyKey) =>
      attempt(async () => {
        const subscription = await read(id);
        const scheduleId =
          idOf(subscription.schedule) ??
          (
            await stripe.subscriptionSchedules.create(
              { from_subscription: id },
              { idempotencyKey: `${idempotencyKey}:schedule` },
            )
          ).id;
        await stripe.subscriptionSchedules.update(
          scheduleId,
          {
            end_behavior: 'release',
            proration_behavior: 'none',
            phases: phasesOf(await stripe.subscriptionSchedules.retrieve(scheduleId), {
              ...{ subscription, terms },
            }),
          },
          { idempotencyKey },
        );
        return toFacts(await read(id));
      }),
    releaseSchedule: (id, idempotencyKey) =>
      attempt(async () => {
        await releaseAttached(stripe, await read(id), idempotencyKey);
        return toFacts(await read(id));
      }),
    postponeCharge: (id, until, because, idempotencyKey) =>
      refusable(async () => {
        const subscription = await read(id);
        // A schedule would keep its own dates against the new ones.
        if (hasUpcomingPhase(subscription)) return null;
        await releaseAttached(stripe, subscription, idempotencyKey);
        const input = { until, because, idempotencyKey };
        return toFacts(await postpone(stripe, subscription, input));
      }),
    endPause: (id, paidUntil, idempotencyKey) =>
      attempt(async () => {
        const subscription = await read(id);
        if (subscription.status === 'trialing' && paidUntil) {
          const input = { until: paidUntil, because: 'paid' as const, idempotencyKey };
          return toFacts(await postpone(stripe, subscription, input));
        }
        const params =
          subscription.status === 'trialing'
            ? { trial_end: 'now' as const, metadata: { [termsKeys.postponed]: '' } }
            : { pause_collection: '' as const };
        return toFacts(
          await stripe.subscriptions.update(
            id,
            { ...params, expand: subscriptionParts },
            { idempotencyKey },
          ),
        );
      }),
  };
}

/** As {@link attempt}; null is a refusal of our own. */
async function refusable<Value>(
  run: () => Promise<Value | null>,
): Promise<Result<Value, PaymentsFailure>> {
  const done = await attempt(run);
  if (!done.ok) return done;
  return done.value === null ? fail('refused') : ok(done.value);
}

/**
 * `pending_if_incomplete` leaves the old terms in force until the difference is paid. Bank debits
 * can't have it: their payment settles days later, and the change counts meanwhile.
 * https://docs.stripe.com/billing/subscriptions/pending-updates
 */
async function changeNow(
  stripe: Stripe,
  subscription: Stripe.Subscription,
  input: { terms: MembershipTerms; prorationDate: number; idempotencyKey: string },
): Promise<Stripe.Subscription> {
  const { terms, prorationDate, idempotencyKey } = input;
  const metadata = toTermsMetadata(terms);
  const isCharged = hasNewPrice(subscription, terms);
  return stripe.subscriptions.update(
    subscription.id,
    {
      metadata,
      expand: subscriptionParts,
      ...(isCharged
        ? {
            items: changeItems(subscription, terms),
            proration_behavior: 'always_invoice',
            proration_date: prorationDate,
            ...(startsNewPeriod(subscription, terms)
              ? { billing_cycle_anchor: { type: 'now' } }
              : {}),
            ...((await isPaidByDebit(stripe, subscription))
              ? {}
              : { payment_behavior: 'pending_if_incomplete' }),
          }
        : {}),
    },
    { idempotencyKey },
  );
}

async function isPaidByDebit(stripe: Stripe, subscription: Stripe.Subscription): Promise<boolean> {
  const own = idOf(subscription.default_payment_method);
  const customerId = idOf(subscription.customer);
  if (!own && !customerId) return false;
  const methodId = own ?? (await defaultMethodOf(stripe, customerId ?? ''));
  if (!methodId) return false;
  return (await stripe.paymentMethods.retrieve(methodId)).type === 'sepa_debit';
}

async function defaultMethodOf(stripe: Stripe, customerId: string): Promise<string | null> {
  const customer = await stripe.customers.retrieve(customerId);
  return customer.deleted ? null : idOf(customer.invoice_settings.default_payment_method);
}

async function toOutcome(
  stripe: Stripe,
  changed: Stripe.Subscription,
  facts: ReturnType<typeof toSubscription>,
): Promise<ChangeOutcome> {
  if (!changed.pending_update) return { kind: 'changed', facts };
  const invoice = await stripe.invoices.retrieve(idOf(changed.latest_invoice) ?? '', {
    expand: ['payments.data.payment.payment_intent'],
  });
  const needsConfirmation = (invoice.payments?.data ?? []).some(({ payment }) => {
    const intent = payment.payment_intent;
    return typeof intent === 'object' && intent.status === 'requires_action';
  });
  return {
    kind: needsConfirmation ? 'needs_confirmation' : 'declined',
    facts,
    payUrl: invoice.hosted_invoice_url ?? null,
  };
}

/**
 * A trial is how Stripe puts a charge off to an exact day, of a year's membership as of a month's:
 * https://docs.stripe.com/billing/subscriptions/trials
 */
async function postpone(
  stripe: Stripe,
  subscription: Stripe.Subscription,
  input: { until: Date; because: Postponement; idempotencyKey: string },
): Promise<Stripe.Subscription> {
  return stripe.subscriptions.update(
    subscription.id,
    {
      trial_end: toUnix(input.until),
      proration_behavior: 'none',
      ...(subscription.pause_collection ? { pause_collection: '' } : {}),
      metadata: { [termsKeys.postponed]: input.because },
      expand: subscriptionParts,
    },
    { idempotencyKey: input.idempotencyKey },
  );
}
