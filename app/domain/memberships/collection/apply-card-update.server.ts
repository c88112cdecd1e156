import { eq } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import type { Ctx } from '../../ports/context.ts';
import type { PaidNow } from '../../ports/payments-cards.ts';
import { recordSubscription } from '../confirm-membership.server.ts';

/** What became of a page for another card. */
export type CardUpdated =
  | Exclude<PaidNow, { kind: 'nothing_open' }>
  /** Nothing was open: the card is for what comes. */
  | { readonly kind: 'saved' }
  /** The page was left. */
  | { readonly kind: 'not_completed' }
  /** The membership was over by then. */
  | { readonly kind: 'ended' };

/** foreign: not a page of ours for this. unknown: the membership's row is not here (yet). */
export type CardUpdateFailure = 'foreign' | 'unknown' | 'payments_unavailable' | 'payments_refused';

/**
 * Makes the card that was saved on Stripe's page the one that is charged, and pays at once what is
 * open. What the page that the patron comes back to and the webhook both run, in any order and any
 * number: nothing is paid twice, and a card is tried once.
 * @throws when Stripe can't be read
 */
export async function applyCardUpdate(
  ctx: Ctx,
  input: {
    readonly checkoutId: string;
    /** The membership that the asker may see; null = whichever it is for. */
    readonly membershipId: string | null;
  },
): Promise<Result<CardUpdated, CardUpdateFailure>> {
  const update = await ctx.payments.readCardUpdate(input.checkoutId);
  const { membershipId } = update;
  if (!membershipId || (input.membershipId && input.membershipId !== membershipId)) {
    return fail('foreign');
  }
  const rows = await ctx.db
    .select()
    .from(memberships)
    .where(eq(memberships.id, membershipId))
    .limit(1);
  const row = rows[0];
  if (!row?.stripeSubscriptionId) return fail('unknown');
  if (row.stripeCustomerId !== update.customerId) return fail('foreign');
  if (!update.paymentMethodId) return ok({ kind: 'not_completed' });
  if (row.endedAt) return ok({ kind: 'ended' });
  const used = await ctx.payments.useCard(row.stripeSubscriptionId, update.paymentMethodId);
  if (!used.ok) return fail(failureOf(used.reason));
  if (used.value === 'ended') {
    await recordSubscription(ctx, await ctx.payments.readSubscription(row.stripeSubscriptionId));
    return ok({ kind: 'ended' });
  }
  return payAndRecord(ctx, row.stripeSubscriptionId, { isRenewed: false });
}

/**
 * The bank has sent Stripe new data of the card that is saved: pays with it what is open.
 * https://docs.stripe.com/payments/cards/overview#automatic-card-updates
 */
export async function payWithRenewedCard(
  ctx: Ctx,
  subscriptionId: string,
): Promise<Result<CardUpdated, CardUpdateFailure>> {
  return payAndRecord(ctx, subscriptionId, { isRenewed: true });
}

async function payAndRecord(
  ctx: Ctx,
  subscriptionId: string,
  input: { readonly isRenewed: boolean },
): Promise<Result<CardUpdated, CardUpdateFailure>> {
  const paid = await ctx.payments.payOpenInvoice(subscriptionId, input);
  if (!paid.ok) return fail(failureOf(paid.reason));
  await recordSubscription(ctx, await ctx.payments.readSubscription(subscriptionId));
  return ok(paid.value.kind === 'nothing_open' ? { kind: 'saved' } : paid.value);
}

function failureOf(reason: string): 'payments_unavailable' | 'payments_refused' {
  return reason === 'try_later' ? 'payments_unavailable' : 'payments_refused';
}
