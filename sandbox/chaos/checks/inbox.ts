import { sql } from 'drizzle-orm';
import { readDeliveries } from '../settle.ts';
import type { World } from './world.ts';

/** Every event of Stripe's is here once and done with, and no job was given up. */
export async function checkInbox({ stage, stripe, tally }: World): Promise<void> {
  const { db } = stage.sql;
  const events = await db.execute<{ id: string; outcome: string; processed: boolean }>(sql`
    select id, type, outcome, attempts, failure, processed_at is not null as processed
    from stripe_events`);
  const known = new Set(events.rows.map((row) => row.id));
  for (const row of events.rows) {
    tally.count(`events/${row.outcome}`);
    if (!row.processed || row.outcome === 'given_up')
      tally.found('an event that was not processed', JSON.stringify(row));
  }
  for await (const event of stripe.events.list({ limit: 100 })) {
    if (!known.has(event.id))
      tally.found('an event that never arrived', `${event.id} ${event.type}`);
  }
  const jobs = await db.execute(sql`
    select name, id, data, retry_count, output from pgboss.job where state in ('failed', 'cancelled')`);
  for (const row of jobs.rows) tally.found('a job that was given up', JSON.stringify(row));

  for (const { status, attempts } of await readDeliveries(stage.places)) {
    if (status === 'failed')
      tally.found('a delivery that Stripe gave up', JSON.stringify(attempts));
  }
}
