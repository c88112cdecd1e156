import { confirmDonation, recordDonationCharge } from '../donations/confirm-donation.server.ts';
import { confirmGift, recordGiftCharge } from '../gifts/confirm-gift.server.ts';
import { recordBalance } from '../ledger/record-balance.server.ts';
import { type PayoutOutcome, recordPayout } from '../ledger/record-payout.server.ts';
import {
  applyCardUpdate,
  payWithRenewedCard,
} from '../memberships/collection/apply-card-update.server.ts';
import { confirmMembership, recordSubscription } from '../memberships/confirm-membership.server.ts';
import {
  listSubscriptionsOfCustomer,
  recordMembershipCharge,
} from '../memberships/record-membership-payment.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { BalanceFacts, ChargeFacts, OrderReference, PayoutFacts } from '../ports/payments.ts';
import { saveContactEmail } from '../supporters/stripe-customer.server.ts';

/** handled: we agree with Stripe now. foreign: not ours. parked: ours, but its row is not here yet. */
export type Converged = 'handled' | 'foreign' | 'parked';

const handledIf = (isHandled: boolean): Converged => (isHandled ? 'handled' : 'parked');

/*
 * Each reads one object anew from Stripe and makes ours agree with it, in any order and any
 * number: what events, reconciliation and staff all run.
 * They throw when Stripe or the database fails; then it may be tried again.
 */

export async function convergeCheckout(ctx: Ctx, checkoutId: string): Promise<Converged> {
  const { order } = await ctx.payments.readCheckout(checkoutId);
  return order
    ? handledIf(await confirmOrder(ctx, order, checkoutId))
    : convergeCardUpdate(ctx, checkoutId);
}

/** A page for another card names a membership, and is no order. */
async function convergeCardUpdate(ctx: Ctx, checkoutId: string): Promise<Converged> {
  const applied = await applyCardUpdate(ctx, { checkoutId, membershipId: null });
  if (applied.ok) return 'handled';
  if (applied.reason === 'foreign') return 'foreign';
  if (applied.reason === 'unknown') return 'parked';
  throw new Error(`A new card could not be taken over: ${applied.reason}`);
}

async function confirmOrder(ctx: Ctx, order: OrderReference, checkoutId: string): Promise<boolean> {
  switch (order.kind) {
    case 'donation':
      return confirmDonation(ctx, order.orderId, checkoutId);
    case 'membership':
      return confirmMembership(ctx, order.orderId, checkoutId);
    case 'gift':
      return confirmGift(ctx, order.orderId, checkoutId);
  }
}

export async function convergeSubscription(ctx: Ctx, subscriptionId: string): Promise<Converged> {
  const facts = await ctx.payments.readSubscription(subscriptionId);
  return facts.order ? handledIf(await recordSubscription(ctx, facts)) : 'foreign';
}

export async function convergeInvoice(ctx: Ctx, invoiceId: string): Promise<Converged> {
  const invoice = await ctx.payments.readInvoice(invoiceId);
  if (!invoice.subscriptionId) return 'foreign';
  const outcome = await convergeSubscription(ctx, invoice.subscriptionId);
  if (outcome !== 'handled') return outcome;
  // The subscription brought its latest invoice; this one may be older.
  for (const chargeId of invoice.chargeIds) await convergeCharge(ctx, chargeId);
  return 'handled';
}

/** A charge with its fee, its refunds and its disputes. */
export async function convergeCharge(ctx: Ctx, chargeId: string): Promise<Converged> {
  const charge = await ctx.payments.readCharge(chargeId);
  return charge.order ? handledIf(await recordOrderCharge(ctx, charge, charge.order)) : 'foreign';
}

/**
 * Books a charge that was read, for the order it belongs to. Answers false when no row of ours
 * matches it (yet).
 */
export function recordOrderCharge(
  ctx: Ctx,
  charge: ChargeFacts,
  order: OrderReference,
): Promise<boolean> {
  switch (order.kind) {
    case 'donation':
      return recordDonationCharge(ctx, charge);
    case 'membership':
      return recordMembershipCharge(ctx, charge);
    case 'gift':
      return recordGiftCharge(ctx, charge);
  }
}

/** A downgrade at the end of the period is a schedule; what it comes to is the subscription's. */
export async function convergeSchedule(ctx: Ctx, scheduleId: string): Promise<Converged> {
  const subscriptionId = await ctx.payments.readSubscriptionOfSchedule(scheduleId);
  return subscriptionId ? convergeSubscription(ctx, subscriptionId) : 'foreign';
}

/** Contact only: the address with which somebody signs in is never changed from Stripe. */
export async function convergeCustomer(ctx: Ctx, customerId: string): Promise<Converged> {
  const customer = await ctx.payments.readCustomer(customerId);
  if (!customer?.isOurs) return 'foreign';
  // Until Checkout completes, nobody's row is linked to it, and completion brings the address.
  await saveContactEmail(ctx, customer.customerId, customer.email);
  return 'handled';
}

/**
 * The card networks have sent a new card: what is stored at Stripe is new by itself, and pays at
 * once what is open.
 */
export async function convergePaymentMethod(ctx: Ctx, paymentMethodId: string): Promise<Converged> {
  const customerId = await ctx.payments.readCustomerOfPaymentMethod(paymentMethodId);
  const subscriptions = customerId ? await listSubscriptionsOfCustomer(ctx, customerId) : [];
  for (const id of subscriptions) {
    const paid = await payWithRenewedCard(ctx, id);
    if (!paid.ok) throw new Error(`A renewed card could not be used: ${paid.reason}`);
  }
  return subscriptions.length > 0 ? 'handled' : 'foreign';
}

/** A payout with all that it is made of: what the ledger lacks of it is booked first. */
export async function convergePayout(ctx: Ctx, payoutId: string): Promise<PayoutOutcome> {
  return convergePayoutFacts(ctx, await ctx.payments.readPayout(payoutId));
}

/** {@link convergePayout} for a payout that was read already. */
export async function convergePayoutFacts(ctx: Ctx, facts: PayoutFacts): Promise<PayoutOutcome> {
  const outcome = await recordPayout(ctx, facts);
  if (outcome.state !== 'differs' || outcome.notBooked.length === 0) return outcome;
  const lacking = new Set(outcome.notBooked);
  for (const part of await ctx.payments.listBalanceOfPayout(facts.payoutId)) {
    if (lacking.has(part.balanceTransactionId)) await convergeBalance(ctx, part);
  }
  return recordPayout(ctx, facts);
}

/** Books one movement of the balance: with its payment when it is ours, else for what it is. */
export async function convergeBalance(ctx: Ctx, facts: BalanceFacts): Promise<Converged> {
  const outcome = facts.chargeId ? await convergeCharge(ctx, facts.chargeId) : 'foreign';
  if (outcome === 'foreign') await inTransaction(ctx, (tx) => recordBalance(tx, [facts]));
  return outcome;
}
