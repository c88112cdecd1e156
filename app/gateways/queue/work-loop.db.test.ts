import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../db/client.server.ts';
import { type TestDatabase, createTestDatabase } from '../../db/testing/database.ts';
import { createLogger } from '../../platform/logger.ts';
import { type Queue, createQueue } from './queue.server.ts';

let test: TestDatabase;
let database: Database;
let queue: Queue;
const lines: string[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.url);
  queue = createQueue(database, createLogger('debug', { write: (line) => lines.push(line) }), {
    onGivenUp: () => Promise.reject(new Error('nothing is given up here')),
    policy: { retryLimit: 3, retryDelaySeconds: 0, concurrency: 1 },
  });
  await queue.start();
});
afterAll(async () => {
  await queue.stop();
  await database.close();
  await test.drop();
});

/** Lets nobody into the database, and sends everybody out, or lets them in again. */
async function setAway(isAway: boolean): Promise<void> {
  const url = new URL(test.url);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`alter database ${name} allow_connections ${String(!isAway)}`);
  if (isAway) {
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
      [name],
    );
  }
  await client.end();
}

async function stateOfJob(): Promise<unknown> {
  const { rows } = await database.pool.query<{ state: string }>(
    `select state from pgboss.job where name = 'settle-payment'`,
  );
  return rows.map((row) => row.state);
}

it('a job that ends while the database is away is noted when it is back, and runs once', async () => {
  let runs = 0;
  const refuse = () => Promise.reject(new Error('not of this test'));
  await queue.work({
    'settle-payment': async () => {
      runs += 1;
      await setAway(true);
    },
    'process-stripe-event': refuse,
    'send-mail': refuse,
    'update-customer-email': refuse,
    'delete-customer': refuse,
    'sweep-expired': refuse,
    'act-on-the-day': refuse,
    'extend-membership': refuse,
    'make-refund': refuse,
    'rebuild-rollups': refuse,
    'fold-rollups': refuse,
    'check-rollups': refuse,
    'reconcile-hourly': refuse,
    'reconcile-nightly': refuse,
  });
  await queue.jobs.enqueue(database.db, 'settle-payment', { chargeId: 'ch_1' });
  await expect
    .poll(() => lines.join(''), { timeout: 15_000 })
    .toContain('the end of a job could not be noted');
  await setAway(false);
  await expect.poll(stateOfJob, { timeout: 15_000 }).toEqual(['completed']);
  expect(runs).toBe(1);
});
