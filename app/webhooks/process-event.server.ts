import { eq, sql } from 'drizzle-orm';
import { stripeEvents } from '../db/schema/webhooks.ts';
import {
  confirmDonation,
  recordDonationCharge,
} from '../domain/donations/confirm-donation.server.ts';
import {
  confirmMembership,
  recordSubscription,
} from '../domain/memberships/confirm-membership.server.ts';
import { recordMembershipCharge } from '../domain/memberships/record-membership-payment.server.ts';
import type { Ctx } from '../domain/ports/context.ts';
import type { ChargeFacts, OrderReference } from '../domain/ports/payments.ts';
import { type EventMeaning, eventTable } from './event-table.ts';

/** handled: we agree with Stripe now. foreign: not ours. parked: ours, but its row is not here yet. */
type Outcome = 'handled' | 'foreign' | 'parked';

/** An event whose row has not arrived: thrown so that the queue looks again later. */
class ParkedError extends Error {
  override name = 'ParkedError';
}

/**
 * Acts on a stored event: reads its object anew from Stripe and converges. The order of events
 * does not matter, nor how often one comes.
 * @throws when Stripe or the database fails, or the event is parked; the queue tries again.
 */
export async function processEvent(ctx: Ctx, eventId: string): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(stripeEvents)
    .where(eq(stripeEvents.id, eventId))
    .limit(1);
  const event = rows[0];
  if (!event || event.processedAt) return;
  const meaning = eventTable[event.type];
  if (!meaning || !event.objectId) return;
  try {
    const outcome = await act(ctx, meaning, event.objectId);
    await note(ctx, eventId, outcome, null);
    if (outcome === 'parked') throw new ParkedError(`${event.type} waits for its row`);
  } catch (error) {
    if (!(error instanceof ParkedError)) {
      await note(ctx, eventId, 'failed', error instanceof Error ? error.message : String(error));
    }
    throw error;
  }
}

function act(ctx: Ctx, meaning: EventMeaning, objectId: string): Promise<Outcome> {
  switch (meaning) {
    case 'checkout':
      return onCheckout(ctx, objectId);
    case 'subscription':
      return onSubscription(ctx, objectId);
    case 'invoice':
      return onInvoice(ctx, objectId);
    case 'charge':
      return onCharge(ctx, objectId);
  }
}

async function onCheckout(ctx: Ctx, checkoutId: string): Promise<Outcome> {
  const { order } = await ctx.payments.readCheckout(checkoutId);
  if (!order) return 'foreign';
  await confirmOrder(ctx, order);
  return 'handled';
}

async function confirmOrder(ctx: Ctx, order: OrderReference): Promise<void> {
  switch (order.kind) {
    case 'donation':
      return confirmDonation(ctx, order.orderId);
    case 'membership':
      return confirmMembership(ctx, order.orderId);
    case 'gift':
      return;
  }
}

async function onSubscription(ctx: Ctx, subscriptionId: string): Promise<Outcome> {
  const facts = await ctx.payments.readSubscription(subscriptionId);
  if (!facts.order) return 'foreign';
  return (await recordSubscription(ctx, facts)) ? 'handled' : 'parked';
}

async function onInvoice(ctx: Ctx, invoiceId: string): Promise<Outcome> {
  const invoice = await ctx.payments.readInvoice(invoiceId);
  if (!invoice.subscriptionId) return 'foreign';
  const outcome = await onSubscription(ctx, invoice.subscriptionId);
  if (outcome !== 'handled') return outcome;
  // The subscription brought its latest invoice; this one may be older.
  for (const chargeId of invoice.chargeIds) await onCharge(ctx, chargeId);
  return 'handled';
}

async function onCharge(ctx: Ctx, chargeId: string): Promise<Outcome> {
  const charge = await ctx.payments.readCharge(chargeId);
  if (!charge.order) return 'foreign';
  return (await recordCharge(ctx, charge, charge.order)) ? 'handled' : 'parked';
}

function recordCharge(ctx: Ctx, charge: ChargeFacts, order: OrderReference): Promise<boolean> {
  switch (order.kind) {
    case 'donation':
      return recordDonationCharge(ctx, charge);
    case 'membership':
      return recordMembershipCharge(ctx, charge);
    case 'gift':
      return Promise.resolve(true);
  }
}

/** Reads a charge again whose fee Stripe had not computed, and books it. */
export async function settlePayment(ctx: Ctx, chargeId: string): Promise<void> {
  await onCharge(ctx, chargeId);
}

async function note(
  ctx: Ctx,
  eventId: string,
  outcome: Outcome | 'failed',
  failure: string | null,
): Promise<void> {
  const isDone = outcome === 'handled' || outcome === 'foreign';
  await ctx.db
    .update(stripeEvents)
    .set({
      outcome,
      failure,
      attempts: sql`${stripeEvents.attempts} + 1`,
      processedAt: isDone ? ctx.clock.now() : null,
    })
    .where(eq(stripeEvents.id, eventId));
}
