import { collectionColumns } from '../../../app/domain/memberships/collection/collection-columns.ts';
import type { donations } from '../../../app/db/schema/donations.ts';
import type { memberships } from '../../../app/db/schema/memberships.ts';
import { returnedOf } from '../../../app/domain/ledger/movement.ts';
import type { ChargeFacts, CheckoutFacts } from '../../../app/domain/ports/payments.ts';
import { addMs } from '../../../app/kernel/dates.ts';
import { checkoutOpenMs } from '../../../app/domain/donations/order-urls.ts';
import type { PlannedOrder } from './plan-types.ts';
import type { SubscriptionHistory } from './stripe-facts.ts';

export type DonationRow = typeof donations.$inferInsert;
export type MembershipRow = typeof memberships.$inferInsert;

/** Whose an order is. */
export interface Owner {
  /** Null while nobody has paid. */
  readonly supporterId: string | null;
  readonly madeSupporter: boolean;
}

/** A donation as the product would have written and then confirmed it. */
export function donationRow(
  order: PlannedOrder,
  owner: Owner,
  checkout: CheckoutFacts,
  charge: ChargeFacts | undefined,
): DonationRow {
  const isPaid = checkout.status === 'complete' && charge?.isPaid === true;
  return {
    ...columnsOf(order, owner, checkout),
    status: isPaid ? 'paid' : checkout.status === 'expired' ? 'expired' : 'pending',
    paymentIntentId: isPaid ? checkout.paymentIntentId : null,
    returnedMinor: charge ? returnedOf(charge).amountMinor : 0,
    paidAt: isPaid ? charge.occurredAt : null,
  };
}

/** A membership, made to agree with its subscription as `convergeMembership` does it. */
export function membershipRow(
  order: PlannedOrder,
  owner: Owner & { readonly tierId: string },
  checkout: CheckoutFacts,
  facts: SubscriptionHistory | undefined,
  charges: readonly ChargeFacts[],
): MembershipRow {
  const columns = {
    ...columnsOf(order, owner, checkout),
    tierId: owner.tierId,
    interval: order.interval ?? 'month',
    // Named by every row: a column that only some name is null in the others.
    paymentAttempts: 0,
  };
  if (!facts) return { ...columns, status: checkout.status === 'expired' ? 'expired' : 'pending' };
  const isFailing = facts.status === 'past_due' || facts.status === 'unpaid';
  return {
    ...columns,
    status: facts.status,
    stripeSubscriptionId: facts.subscriptionId,
    ...collectionColumns(facts.collection),
    currentPeriodStart: facts.currentPeriodStart,
    currentPeriodEnd: facts.currentPeriodEnd,
    cancelAt: facts.cancelAt,
    cancelRequestedAt: facts.cancelAt ? facts.cancellationAskedAt : null,
    pastDueSince: isFailing ? firstFailure(charges, facts.latestInvoiceId) : null,
    startedAt: facts.startedAt,
    endedAt: facts.endedAt,
    endedBecause: facts.endedAt ? facts.endedBecause : null,
  };
}

function firstFailure(charges: readonly ChargeFacts[], invoiceId: string | null): Date | null {
  const failed = charges.find((charge) => charge.invoiceId === invoiceId && !charge.isPaid);
  return failed?.occurredAt ?? null;
}

function columnsOf(order: PlannedOrder, owner: Owner, checkout: CheckoutFacts) {
  return {
    id: order.id,
    supporterId: owner.supporterId,
    madeSupporter: owner.madeSupporter,
    stripeCustomerId: checkout.customerId,
    amountMinor: order.amountMinor,
    feeCoverMinor: order.feeCoverMinor,
    currency: order.currency,
    checkoutId: checkout.checkoutId,
    checkoutUrl: checkout.status === 'open' ? checkout.url : null,
    checkoutExpiresAt: addMs(order.at, checkoutOpenMs),
    isAnonymous: order.isAnonymous,
    isAmountShown: order.isAmountShown,
    displayName: order.displayName,
    note: order.note,
    locale: order.supporter.locale,
    country: order.supporter.country,
    returnTo: order.returnTo,
    ...order.attribution,
    createdAt: order.at,
  };
}
