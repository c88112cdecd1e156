import { stripeEvents } from '../db/schema/webhooks.ts';
import { type Ctx, inTransaction } from '../domain/ports/context.ts';
import type { FailureReason } from '../domain/ports/failure-reason.ts';
import type { EventHint } from '../domain/ports/payments.ts';
import type { WebhookVerifier } from '../gateways/stripe/webhook.server.ts';
import { eventTable } from '../domain/ports/event-table.ts';

export type Receipt = 'stored' | 'seen_before' | 'bad_signature';

/**
 * Takes a delivery in: verified, stored once, its job enqueued in the same transaction. Nothing
 * else happens here, so Stripe gets its answer at once.
 */
export async function receiveEvent(
  ctx: Ctx,
  verify: WebhookVerifier,
  delivery: { rawBody: string; signature: string },
): Promise<Receipt> {
  const hint = verify(delivery.rawBody, delivery.signature);
  if (!hint) return 'bad_signature';
  return (await storeEvent(ctx, hint)) ? 'stored' : 'seen_before';
}

/** Stores an event once and enqueues its job. Answers false when it was here already. */
export function storeEvent(ctx: Ctx, hint: EventHint): Promise<boolean> {
  const { outcome, reason } = triage(hint);
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const inserted = await tx.db
      .insert(stripeEvents)
      .values({
        id: hint.eventId,
        type: hint.type,
        apiVersion: hint.apiVersion,
        objectId: hint.objectId,
        objectKind: hint.objectKind,
        createdAt: hint.createdAt,
        receivedAt: now,
        outcome,
        reason,
        processedAt: outcome === 'received' ? null : now,
      })
      .onConflictDoNothing({ target: stripeEvents.id })
      .returning({ id: stripeEvents.id });
    if (inserted.length === 0) return false;
    if (outcome === 'received') {
      await tx.jobs.enqueue(tx.db, 'process-stripe-event', { eventId: hint.eventId });
    }
    return true;
  });
}

function triage(hint: EventHint): {
  outcome: 'received' | 'ignored' | 'foreign' | 'set_aside';
  reason: FailureReason | null;
} {
  if (!Object.hasOwn(eventTable, hint.type)) return { outcome: 'ignored', reason: null };
  // Of an account connected to ours: its objects can't be read with our key, and are not ours.
  if (hint.account !== null) return { outcome: 'foreign', reason: null };
  // Test events at a live endpoint, or the reverse: our key would find no such object.
  if (!hint.isOurMode) return { outcome: 'set_aside', reason: 'other_mode' };
  // Read with our version, another version's object could be misunderstood.
  if (!hint.isOurVersion) return { outcome: 'set_aside', reason: 'api_version' };
  return { outcome: 'received', reason: null };
}
