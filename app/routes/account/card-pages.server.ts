import { applyCardUpdate } from '../../domain/memberships/collection/apply-card-update.server.ts';
import type { Collection } from '../../domain/memberships/collection/collection.ts';
import { openCardUpdate } from '../../domain/memberships/collection/open-card-update.server.ts';
import { readCollection } from '../../domain/memberships/collection/read-collection.server.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import type { MessageKey } from '../../messages/translate.ts';
import type { CardFailure, CardOutcomeView } from '../../ui/account/card/card-outcome.tsx';
import { troubleOf } from '../../ui/account/payment-trouble/trouble-view.ts';
import type { RequestArgs } from '../../web/context.ts';
import { localeOf } from '../../web/locale.ts';
import { limitCardPage } from '../../web/rate-limits.server.ts';

const statuses: Record<CardFailure, number> = {
  payments_unavailable: 503,
  payments_refused: 502,
  no_membership: 409,
  too_often: 429,
  foreign: 404,
};

export function cardFailureStatus(failure: CardFailure): number {
  return statuses[failure];
}

/** Of the page that shows an outcome. */
export function cardOutcomeStatus(view: CardOutcomeView): number {
  return view.kind === 'failed' ? statuses[view.failure] : 200;
}

/** Opens Stripe's page for another card, and leads back to `path` (without language) and its query. */
export async function openCardPage(
  args: RequestArgs,
  membershipId: string,
  path: string,
): Promise<Result<{ url: string }, CardFailure>> {
  const { services } = args.context;
  const limit = await limitCardPage(args, membershipId);
  if (!limit.ok) return fail('too_often');
  const back = services.env.appUrl + path;
  return openCardUpdate(services, {
    membershipId,
    locale: localeOf(args.request),
    returnUrl: back,
    cancelUrl: back,
  });
}

/** Stripe's page on which an open invoice is confirmed and paid. */
export async function readPayUrl(
  { context: { services } }: RequestArgs,
  { openInvoiceId }: Collection,
): Promise<Result<{ url: string }, CardFailure>> {
  if (!openInvoiceId) return fail('no_membership');
  try {
    const { payUrl } = await services.payments.readInvoice(openInvoiceId);
    return payUrl ? ok({ url: payUrl }) : fail('payments_refused');
  } catch (error) {
    if (services.payments.whyFailed(error) === 'unavailable') return fail('payments_unavailable');
    throw error;
  }
}

/** Stripe's decline codes in plain words; any other is a plain "declined". https://docs.stripe.com/declines/codes */
const declines: Readonly<Record<string, MessageKey>> = {
  insufficient_funds: 'collection.declined.funds',
  expired_card: 'collection.declined.expired',
  incorrect_cvc: 'collection.declined.cvc',
  invalid_cvc: 'collection.declined.cvc',
  processing_error: 'collection.declined.processing',
  try_again_later: 'collection.declined.processing',
  authentication_required: 'collection.declined.authentication',
  payment_intent_authentication_failure: 'collection.declined.authentication',
};

/**
 * What became of the page that somebody comes back from. Everything on the page is true by then:
 * the same that the webhook does has been done.
 */
export async function readCardOutcome(
  args: RequestArgs,
  membershipId: string,
): Promise<CardOutcomeView> {
  const { services } = args.context;
  const checkoutId = new URL(args.request.url).searchParams.get('session');
  const applied = checkoutId ? await apply(args, checkoutId, membershipId) : null;
  if (applied && !applied.ok) return { kind: 'failed', failure: applied.reason };
  // Read after it: the webhook may have been there first.
  const collection = await readCollection(services, membershipId);
  const open = troubleOf(collection);
  if (!applied || applied.value.kind === 'not_completed') {
    return collection?.state === 'ended'
      ? { kind: 'ended' }
      : { kind: 'left', amount: open?.amount ?? null };
  }
  const { value } = applied;
  if (value.kind !== 'declined') return value;
  return {
    kind: 'declined',
    amount: value.amount,
    reason: declines[value.code ?? ''] ?? 'collection.declined.declined',
    nextAttemptAt: open?.nextAttemptAt ?? null,
  };
}

async function apply(args: RequestArgs, checkoutId: string, membershipId: string) {
  const { services } = args.context;
  // What is no id of a page names none; Stripe is not asked.
  if (!/^cs_[A-Za-z0-9_]{1,120}$/.test(checkoutId)) return fail('foreign' as const);
  try {
    const applied = await applyCardUpdate(services, { checkoutId, membershipId });
    if (applied.ok) return applied;
    return fail(applied.reason === 'unknown' ? ('no_membership' as const) : applied.reason);
  } catch (error) {
    const why = services.payments.whyFailed(error);
    if (why === 'missing') return fail('foreign' as const);
    if (why === 'unavailable') return fail('payments_unavailable' as const);
    throw error;
  }
}
