import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../db/client.server.ts';
import { deadLetters } from '../../db/schema/jobs.ts';
import { type TestDatabase, createTestDatabase } from '../../db/testing/database.ts';
import { systemClock } from '../../platform/clock.ts';
import { createLogger } from '../../platform/logger.ts';
import { type Queue, createQueue } from './queue.server.ts';
import { createDeadLetters } from './dead-letters.server.ts';

let test: TestDatabase;
let database: Database;
let queue: Queue;
const lines: string[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.url);
  const log = createLogger('debug', { write: (line) => lines.push(line) });
  queue = createQueue(database, log, {
    onGivenUp: createDeadLetters(database.db, {
      clock: systemClock,
      payments: { whyFailed: () => 'unavailable' },
    }),
    policy: { retryLimit: 1, retryDelaySeconds: 0, concurrency: 1 },
  });
  await queue.start();
});
afterAll(async () => {
  await queue.stop();
  await database.close();
  await test.drop();
});

it('tries a job again, then keeps what it gives up, and takes it up again when asked', async () => {
  const attempts: string[] = [];
  const settled = new Map<string, () => void>();
  const until = (chargeId: string) =>
    new Promise<void>((resolve) => settled.set(chargeId, resolve));
  const refuse = () => Promise.reject(new Error('not of this test'));
  const query = Object.assign(new Error('Failed query: insert … params: anna@example.org'), {
    query: 'insert into people (email) values ($1)',
    params: ['anna@example.org'],
    cause: new Error('deadlock detected'),
  });
  await queue.work({
    'settle-payment': ({ chargeId }) => {
      attempts.push(chargeId);
      if (attempts.length < 3) return Promise.reject(query);
      settled.get(chargeId)?.();
      return Promise.resolve();
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
  const chargeId = 'ch_fails';
  await queue.jobs.enqueue(database.db, 'settle-payment', { chargeId });
  await expect
    .poll(() => database.db.select().from(deadLetters), { timeout: 15_000, interval: 100 })
    .toHaveLength(1);
  const [letter] = await database.db.select().from(deadLetters);
  expect(letter).toMatchObject({
    job: 'settle-payment',
    data: { chargeId },
    reason: 'stripe_unavailable',
    failure: 'deadlock detected',
    attempts: 2,
    resolvedAt: null,
  });
  const done = until(chargeId);
  expect(await queue.jobs.enqueueAgain(database.db, letter?.job ?? '', letter?.data ?? {})).toBe(
    true,
  );
  await done;
  expect(await queue.jobs.enqueueAgain(database.db, 'no-such-job', {})).toBe(false);
  const log = lines.join('');
  expect(log).toContain('job given up');
  expect(log).toContain('deadlock detected');
  expect(log).not.toContain('anna@example.org');
});
