import { and, eq, inArray, isNull } from 'drizzle-orm';
import { deadLetters } from '../../db/schema/jobs.ts';
import { mails } from '../../db/schema/mail.ts';
import { stripeEvents } from '../../db/schema/webhooks.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import type { StuckKind } from './stuck.ts';

export interface StuckReference {
  readonly kind: StuckKind;
  readonly id: string;
}

/** not_stuck: it has gone through, was seen to already, or never was. */
export type ResolveFailure = 'not_stuck';

/**
 * Tries again what stands still, from the beginning. The effects of an event land once however
 * often it runs; a mail that was cut off while it was sent may go out a second time, which is why a
 * person decides. Written into the audit log. Caller's duty: that the actor may.
 */
export function retryStuck(
  ctx: Ctx,
  input: { item: StuckReference; actorId: string },
): Promise<Result<null, ResolveFailure>> {
  return inTransaction(ctx, async (tx) => {
    if (!(await enqueueAgain(tx, input.item))) return fail('not_stuck');
    await audit(tx, input, 'retried', {});
    return ok(null);
  });
}

/** Lets go what stands still, with the reason why that is right. Audited as {@link retryStuck}. */
export function dismissStuck(
  ctx: Ctx,
  input: { item: StuckReference; reason: string; actorId: string },
): Promise<Result<null, ResolveFailure>> {
  return inTransaction(ctx, async (tx) => {
    if (!(await letGo(tx, input.item))) return fail('not_stuck');
    await audit(tx, input, 'dismissed', { reason: input.reason });
    return ok(null);
  });
}

async function enqueueAgain(tx: Ctx, { kind, id }: StuckReference): Promise<boolean> {
  switch (kind) {
    case 'event': {
      const rows = await tx.db
        .update(stripeEvents)
        .set({ outcome: 'received', attempts: 0, reason: null, failure: null, processedAt: null })
        .where(isStuckEvent(id))
        .returning({ id: stripeEvents.id });
      if (rows.length === 0) return false;
      await tx.jobs.enqueue(tx.db, 'process-stripe-event', { eventId: id });
      return true;
    }
    case 'mail': {
      const rows = await tx.db
        .update(mails)
        .set({ status: 'queued', attempts: 0, failureCode: null })
        .where(isStuckMail(id))
        .returning({ id: mails.id });
      if (rows.length === 0) return false;
      await tx.jobs.enqueue(tx.db, 'send-mail', { mailId: id });
      return true;
    }
    case 'job': {
      const rows = await tx.db
        .update(deadLetters)
        .set({ resolution: 'retried', resolvedAt: tx.clock.now() })
        .where(isStuckJob(id))
        .returning();
      const job = rows[0];
      return job ? tx.jobs.enqueueAgain(tx.db, job.job, job.data) : false;
    }
  }
}

async function letGo(tx: Ctx, { kind, id }: StuckReference): Promise<boolean> {
  switch (kind) {
    case 'event': {
      const rows = await tx.db
        .update(stripeEvents)
        .set({ outcome: 'dismissed', processedAt: tx.clock.now() })
        .where(isStuckEvent(id))
        .returning({ id: stripeEvents.id });
      return rows.length > 0;
    }
    case 'mail': {
      const rows = await tx.db
        .update(mails)
        .set({ status: 'dismissed' })
        .where(isStuckMail(id))
        .returning({ id: mails.id });
      return rows.length > 0;
    }
    case 'job': {
      const rows = await tx.db
        .update(deadLetters)
        .set({ resolution: 'dismissed', resolvedAt: tx.clock.now() })
        .where(isStuckJob(id))
        .returning({ id: deadLetters.id });
      return rows.length > 0;
    }
  }
}

const isStuckEvent = (id: string) =>
  and(
    eq(stripeEvents.id, id),
    inArray(stripeEvents.outcome, ['parked', 'failed', 'given_up', 'set_aside']),
  );
const isStuckMail = (id: string) =>
  and(eq(mails.id, id), inArray(mails.status, ['failed', 'sending']));
const isStuckJob = (id: string) => and(eq(deadLetters.id, id), isNull(deadLetters.resolvedAt));

function audit(
  tx: Ctx,
  { item, actorId }: { item: StuckReference; actorId: string },
  verb: 'retried' | 'dismissed',
  detail: Record<string, unknown>,
): Promise<void> {
  return recordAudit(tx, {
    actorId,
    action: `${item.kind}.${verb}`,
    subjectKind: item.kind,
    subjectId: item.id,
    detail,
  });
}
