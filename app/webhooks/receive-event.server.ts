import { stripeEvents } from '../db/schema/webhooks.ts';
import { type Ctx, inTransaction } from '../domain/ports/context.ts';
import type { WebhookVerifier } from '../gateways/stripe/webhook.server.ts';
import { eventTable } from './event-table.ts';

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
  const isKnown = Object.hasOwn(eventTable, hint.type);
  // Read with our version, another version's object could be misunderstood; an admin sees it waiting.
  const outcome = !isKnown ? 'ignored' : hint.isOurVersion ? 'received' : 'set_aside';
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const inserted = await tx.db
      .insert(stripeEvents)
      .values({
        id: hint.id,
        type: hint.type,
        apiVersion: hint.apiVersion,
        objectId: hint.objectId,
        objectKind: hint.objectKind,
        createdAt: hint.createdAt,
        receivedAt: now,
        outcome,
        processedAt: outcome === 'received' ? null : now,
      })
      .onConflictDoNothing({ target: stripeEvents.id })
      .returning({ id: stripeEvents.id });
    if (inserted.length === 0) return 'seen_before';
    if (outcome === 'received') {
      await tx.jobs.enqueue(tx.db, 'process-stripe-event', { eventId: hint.id });
    }
    return 'stored';
  });
}
