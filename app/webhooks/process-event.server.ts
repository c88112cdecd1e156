import { eq, sql } from 'drizzle-orm';
import { stripeEvents } from '../db/schema/webhooks.ts';
import type { Ctx } from '../domain/ports/context.ts';
import { type FailureReason, reasonOf } from '../domain/ports/failure-reason.ts';
import {
  type Converged,
  convergeCharge,
  convergeCheckout,
  convergeCustomer,
  convergeInvoice,
  convergePaymentMethod,
  convergePayout,
  convergeSchedule,
  convergeSubscription,
} from '../domain/reconciliation/converge-object.server.ts';
import { describeFailure } from '../platform/failure.ts';
import { type EventMeaning, eventTable } from '../domain/ports/event-table.ts';

/** Tries until an event waits for somebody to look at it. The queue's pauses double, so the last is hours after the first. */
export const eventAttemptsAllowed = 12;

/** An event whose row has not arrived: thrown so that the queue looks again later. */
class ParkedError extends Error {
  override name = 'ParkedError';
}

/**
 * Acts on a stored event: reads its object anew from Stripe and converges. The order of events
 * does not matter, nor how often one comes. After {@link eventAttemptsAllowed} it gives up: then
 * the event waits on the desk, and no longer throws.
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
  const meaning = Object.hasOwn(eventTable, event.type) ? eventTable[event.type] : undefined;
  if (!meaning || !event.objectId) return;
  const isLast = event.attempts + 1 >= eventAttemptsAllowed;
  let outcome: Converged;
  try {
    outcome = await act(ctx, meaning, event.objectId);
  } catch (error) {
    const { message } = describeFailure(error);
    await note(
      ctx,
      eventId,
      isLast ? 'given_up' : 'failed',
      reasonOf(ctx.payments, error),
      message,
    );
    if (isLast) return;
    throw error;
  }
  if (outcome !== 'parked') return note(ctx, eventId, outcome, null, null);
  await note(ctx, eventId, isLast ? 'given_up' : 'parked', 'order_unknown', null);
  if (!isLast) throw new ParkedError(`${event.type} waits for its row`);
}

async function act(ctx: Ctx, meaning: EventMeaning, objectId: string): Promise<Converged> {
  switch (meaning) {
    case 'checkout':
      return convergeCheckout(ctx, objectId);
    case 'subscription':
      return convergeSubscription(ctx, objectId);
    case 'schedule':
      return convergeSchedule(ctx, objectId);
    case 'invoice':
      return convergeInvoice(ctx, objectId);
    case 'charge':
      return convergeCharge(ctx, objectId);
    case 'customer':
      return convergeCustomer(ctx, objectId);
    case 'payment_method':
      return convergePaymentMethod(ctx, objectId);
    case 'payout':
      // A payout that does not match is not this event's failure: reconciliation shows it.
      await convergePayout(ctx, objectId);
      return 'handled';
  }
}

/** Reads a charge again whose fee Stripe had not computed, and books it. */
export async function settlePayment(ctx: Ctx, chargeId: string): Promise<void> {
  await convergeCharge(ctx, chargeId);
}

async function note(
  ctx: Ctx,
  eventId: string,
  outcome: (typeof stripeEvents.$inferInsert)['outcome'],
  reason: FailureReason | null,
  failure: string | null,
): Promise<void> {
  const isDone = outcome === 'handled' || outcome === 'foreign' || outcome === 'given_up';
  await ctx.db
    .update(stripeEvents)
    .set({
      outcome,
      reason,
      failure,
      attempts: sql`${stripeEvents.attempts} + 1`,
      processedAt: isDone ? ctx.clock.now() : null,
    })
    .where(eq(stripeEvents.id, eventId));
}
