import { sql } from 'drizzle-orm';
import PgBoss from 'pg-boss';
import { z } from 'zod';
import { isEnded, pause } from './pause.ts';
import { type Places, control } from './stand-ins.ts';
import type { Stage } from './stage.ts';
import type { Tally } from './tally.ts';

const settlesWithinMs = 300_000;
/** What the living are doing is done by then; what is active still belongs to the dead. */
const lastJobsMs = 5_000;
const quietRounds = 3;

const delivery = z.object({
  id: z.string(),
  status: z.string(),
  attempts: z.array(z.object({ status: z.number().nullable() })),
});
const stateOfStripe = z.object({
  tables: z.object({ 'sandbox.delivery': z.array(delivery).default([]) }),
});

type Delivery = z.infer<typeof delivery>;

/** What became of the events that Stripe has sent; those older than 30 days are gone. */
export async function readDeliveries({ stripeUrl }: Places): Promise<Delivery[]> {
  const answer = await fetch(`${stripeUrl}/_sandbox/state`);
  return stateOfStripe.parse(await answer.json()).tables['sandbox.delivery'];
}

/**
 * Lets everything come to rest without waiting for hours: Stripe's retries and the queue's pauses
 * are brought forward, and jobs whose process was killed expire now and not in five minutes.
 */
export async function settle(stage: Stage, tally: Tally, signal: AbortSignal): Promise<void> {
  await Promise.all(Object.values(stage.nodes).map((node) => node.ready()));
  await pause(lastJobsMs, signal);
  const boss = new PgBoss({
    db: { executeSql: (text, values) => stage.sql.pool.query(text, values) },
    ...{ schema: 'pgboss', supervise: false, schedule: false, migrate: false },
  });
  boss.on('error', (error) => tally.found('the queue failed while settling', String(error)));
  await boss.start();
  const { rows } = await stage.sql.db.execute<{ now: string }>(sql`select now()::text as now`);
  const since = rows[0]?.now ?? '';
  const end = Date.now() + settlesWithinMs;
  for (let quiet = 0; quiet < quietRounds && !isEnded(signal);) {
    const waiting = await bringForward(stage, boss, since, tally);
    quiet = waiting.jobs === 0 && waiting.deliveries === 0 ? quiet + 1 : 0;
    if (Date.now() > end) {
      tally.found('it did not come to rest', JSON.stringify(waiting));
      break;
    }
    await pause(700, signal);
  }
  await boss.stop({ graceful: false });
}

async function bringForward(
  { sql: { db }, places }: Stage,
  boss: PgBoss,
  since: string,
  tally: Tally,
): Promise<{ jobs: number; deliveries: number }> {
  await control(places, 'retry-deliveries');
  const orphans = await db.execute(sql`
    update pgboss.job set started_on = now() - expire_in - interval '1 second'
    where state = 'active' and started_on < ${since}::timestamptz
      and started_on + expire_in > now()`);
  tally.count('jobs of the dead taken up again', orphans.rowCount ?? 0);
  await boss.maintain();
  await db.execute(sql`
    update pgboss.job set start_after = now()
    where state in ('created', 'retry') and start_after > now() and name in ${ours}`);
  const left = await db.execute<{ count: string }>(sql`
    select count(*) as count from pgboss.job
    where state in ('created', 'retry', 'active') and name in ${ours}`);
  const deliveries = await readDeliveries(places);
  return {
    jobs: Number(left.rows[0]?.count ?? 0),
    deliveries: deliveries.filter((one) => one.status === 'pending').length,
  };
}

/** The jobs that something waits for; those of the clock come by themselves. */
const ours = sql.raw(`('process-stripe-event', 'send-mail', 'settle-payment')`);
