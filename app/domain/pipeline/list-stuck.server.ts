import { and, asc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { deadLetters } from '../../db/schema/jobs.ts';
import { mails } from '../../db/schema/mail.ts';
import { stripeEvents } from '../../db/schema/webhooks.ts';
import { addMs, minutesMs } from '../../kernel/dates.ts';
import type { Ctx } from '../ports/context.ts';
import { isFailureReason } from '../ports/failure-reason.ts';
import type { PipelineCounts, StuckItem } from './stuck.ts';

/** A mail that is being sent for so long was cut off, and nobody knows whether it went out. */
const cutOffAfterMs = 15 * minutesMs;

/** What stands still, the longest first of each kind. Three queries. */
export async function listStuck(ctx: Ctx, limit: number): Promise<StuckItem[]> {
  const [events, outbox, jobs] = await Promise.all([
    listEvents(ctx, limit),
    listMails(ctx, limit),
    listJobs(ctx, limit),
  ]);
  return [...events, ...outbox, ...jobs];
}

async function listEvents(ctx: Ctx, limit: number): Promise<StuckItem[]> {
  const rows = await ctx.db
    .select()
    .from(stripeEvents)
    .where(inArray(stripeEvents.outcome, ['parked', 'failed', 'given_up', 'set_aside']))
    .orderBy(
      sql`${stripeEvents.outcome} in ('given_up', 'set_aside') desc`,
      asc(stripeEvents.receivedAt),
    )
    .limit(limit);
  return rows.map((row) => ({
    kind: 'event',
    id: row.id,
    state: row.outcome === 'given_up' || row.outcome === 'set_aside' ? row.outcome : 'waiting',
    what: row.type,
    objectId: row.objectId,
    objectUrl: row.objectId ? ctx.payments.dashboardUrl(row.objectId) : null,
    reason: isFailureReason(row.reason) ? row.reason : 'unknown',
    failure: row.failure,
    attempts: row.attempts,
    since: row.receivedAt,
  }));
}

async function listMails(ctx: Ctx, limit: number): Promise<StuckItem[]> {
  const cutOff = addMs(ctx.clock.now(), -cutOffAfterMs);
  const rows = await ctx.db
    .select()
    .from(mails)
    .where(
      or(eq(mails.status, 'failed'), and(eq(mails.status, 'sending'), lt(mails.createdAt, cutOff))),
    )
    .orderBy(asc(mails.createdAt))
    .limit(limit);
  return rows.map((row) => ({
    kind: 'mail',
    id: row.id,
    state: 'given_up',
    what: row.template,
    objectId: null,
    objectUrl: null,
    reason: row.status === 'failed' ? 'mail_refused' : 'mail_unknown',
    failure: row.failureCode,
    attempts: row.attempts,
    since: row.createdAt,
  }));
}

async function listJobs(ctx: Ctx, limit: number): Promise<StuckItem[]> {
  const rows = await ctx.db
    .select()
    .from(deadLetters)
    .where(isNull(deadLetters.resolvedAt))
    .orderBy(asc(deadLetters.failedAt))
    .limit(limit);
  return rows.map((row) => {
    const named = row.data['chargeId'] ?? row.data['eventId'];
    const objectId = typeof named === 'string' ? named : null;
    return {
      kind: 'job',
      id: row.id,
      state: 'given_up',
      what: row.job,
      objectId,
      objectUrl: objectId ? ctx.payments.dashboardUrl(objectId) : null,
      reason: isFailureReason(row.reason) ? row.reason : 'unknown',
      failure: row.failure,
      attempts: row.attempts,
      since: row.failedAt,
    };
  });
}

/** How many events and mails there are of each state, and jobs that were given up. */
export async function countPipeline(ctx: Ctx): Promise<PipelineCounts> {
  const count = sql<string>`count(*)`;
  const [events, outbox, jobs] = await Promise.all([
    ctx.db
      .select({ state: stripeEvents.outcome, count })
      .from(stripeEvents)
      .groupBy(stripeEvents.outcome),
    ctx.db.select({ state: mails.status, count }).from(mails).groupBy(mails.status),
    ctx.db.select({ count }).from(deadLetters).where(isNull(deadLetters.resolvedAt)),
  ]);
  const toCounts = (rows: readonly { state: string; count: string }[]) =>
    Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
  return {
    events: toCounts(events),
    mails: toCounts(outbox),
    jobsGivenUp: Number(jobs[0]?.count ?? 0),
  };
}
