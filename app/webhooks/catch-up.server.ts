import { and, inArray, lt, sql } from 'drizzle-orm';
import { stripeEvents } from '../db/schema/webhooks.ts';
import type { Ctx } from '../domain/ports/context.ts';
import type { EventHint } from '../domain/ports/payments.ts';
import type { Comparison, Difference } from '../domain/reconciliation/difference.ts';
import { moveCursor, readCursor } from '../domain/reconciliation/run.server.ts';
import { addMs, hoursMs, minutesMs } from '../kernel/dates.ts';
import { eventTable } from '../domain/ports/event-table.ts';
import { storeEvent } from './receive-event.server.ts';

const cursorName = 'events';
/** How far each walk goes back over the last one's end: Stripe lists an event a little after it happened. */
const overlapMs = 2 * hoursMs;
/** What is younger is most likely being delivered right now. */
const onItsWayMs = 10 * minutesMs;
/** After so long the queue has had all its tries, or has lost the job. */
const strandedMs = 6 * hoursMs;
const mostAtOnce = 1_000;

/**
 * Fetches the events that never arrived: Stripe gives a delivery up after about three days, and
 * keeps events for 30 (https://docs.stripe.com/webhooks#event-delivery-behaviors). The first walk
 * begins shortly before now: what is older is found by comparing the objects themselves.
 * @throws when Stripe can't be read; the next walk begins where this one did
 */
export async function catchUpEvents(ctx: Ctx, beat: () => Promise<void>): Promise<Comparison> {
  const now = ctx.clock.now();
  const since = addMs((await readCursor(ctx, cursorName)) ?? now, -overlapMs);
  const differences: Difference[] = [];
  let compared = 0;
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor; isFirst = false) {
    const page = await ctx.payments.listEvents({ cursor, since });
    const known = page.items.filter((event) => Object.hasOwn(eventTable, event.type));
    const missed = await withoutStored(ctx, known);
    compared += known.length;
    for (const event of missed) {
      // Its delivery will come; were it lost, the next walk finds it.
      if (event.createdAt > addMs(now, -onItsWayMs)) continue;
      await storeEvent(ctx, event);
      differences.push({
        kind: 'event',
        objectId: event.eventId,
        expected: event.type,
        found: '',
        cause: 'not_delivered',
        isRepaired: true,
      });
    }
    cursor = page.nextCursor;
    await beat();
  }
  await moveCursor(ctx, cursorName, now);
  return { compared, differences, agreeing: [] };
}

async function withoutStored(ctx: Ctx, events: readonly EventHint[]): Promise<EventHint[]> {
  if (events.length === 0) return [];
  const rows = await ctx.db
    .select({ id: stripeEvents.id })
    .from(stripeEvents)
    .where(
      inArray(
        stripeEvents.id,
        events.map((event) => event.eventId),
      ),
    );
  const stored = new Set(rows.map((row) => row.id));
  return events.filter((event) => !stored.has(event.eventId));
}

/**
 * Enqueues events again that nothing works on any more: their job was lost, or Stripe could not be
 * reached for as long as the queue tried. Answers how many.
 */
export async function resumeStranded(ctx: Ctx): Promise<number> {
  const before = addMs(ctx.clock.now(), -strandedMs);
  return ctx.db.transaction(async (db) => {
    const rows = await db
      .update(stripeEvents)
      .set({ outcome: 'received', attempts: 0, processedAt: null })
      .where(
        inArray(
          stripeEvents.id,
          db
            .select({ id: stripeEvents.id })
            .from(stripeEvents)
            .where(
              and(
                lt(stripeEvents.receivedAt, before),
                sql`(${stripeEvents.outcome} in ('received', 'failed', 'parked')
                  or (${stripeEvents.outcome} = 'given_up' and ${stripeEvents.reason} = 'stripe_unavailable'))`,
              ),
            )
            .limit(mostAtOnce),
        ),
      )
      .returning({ id: stripeEvents.id });
    for (const { id } of rows) {
      await ctx.jobs.enqueue(db, 'process-stripe-event', { eventId: id }, { singletonKey: id });
    }
    return rows.length;
  });
}
