import { type SQL, sql } from 'drizzle-orm';
import PgBoss from 'pg-boss';
import type { Database, Db } from '../../db/client.server.ts';
import type { JobData, JobName, Jobs } from '../../domain/ports/jobs.ts';
import type { Logger } from '../../platform/logger.ts';
import type { GivenUpJob } from './dead-letters.server.ts';
import { type WorkLoop, startWorkLoop } from './work-loop.server.ts';

/** What runs a job. Throwing means: try again later, with growing pauses. */
export type JobHandlers = { [Name in JobName]: (data: JobData[Name]) => Promise<void> };

export interface Queue {
  readonly jobs: Jobs;
  /** Creates the queues. Must have run before the first enqueue. */
  start(): Promise<void>;
  /** Begins to run jobs in this process. */
  work(handlers: JobHandlers): Promise<void>;
  /**
   * Runs what is waiting now, and what that enqueues, until nothing is due; answers how many ran.
   * For tests and tools. @throws the first error of a job that keeps failing.
   */
  drain(handlers: JobHandlers): Promise<number>;
  /** Lets running jobs end, then stops. */
  stop(): Promise<void>;
}

export interface QueuePolicy {
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  /** Jobs that one process runs at once. */
  readonly concurrency: number;
  /** A job that takes longer has died. */
  readonly expireSeconds?: number;
}

const policies: Record<JobName, QueuePolicy> = {
  'process-stripe-event': { retryLimit: 12, retryDelaySeconds: 2, concurrency: 4 },
  'send-mail': { retryLimit: 10, retryDelaySeconds: 15, concurrency: 4 },
  'settle-payment': { retryLimit: 12, retryDelaySeconds: 30, concurrency: 1 },
  'update-customer-email': { retryLimit: 12, retryDelaySeconds: 30, concurrency: 1 },
  'delete-customer': { retryLimit: 12, retryDelaySeconds: 30, concurrency: 1 },
  'sweep-expired': { retryLimit: 3, retryDelaySeconds: 60, concurrency: 1 },
  'extend-membership': { retryLimit: 12, retryDelaySeconds: 30, concurrency: 1 },
  'make-refund': { retryLimit: 15, retryDelaySeconds: 60, concurrency: 1 },
  'act-on-the-day': {
    ...{ retryLimit: 2, retryDelaySeconds: 300, concurrency: 1 },
    expireSeconds: 3_000,
  },
  'rebuild-rollups': {
    ...{ retryLimit: 3, retryDelaySeconds: 60, concurrency: 1 },
    expireSeconds: 3_600,
  },
  'fold-rollups': { retryLimit: 2, retryDelaySeconds: 60, concurrency: 1 },
  'check-rollups': {
    ...{ retryLimit: 2, retryDelaySeconds: 300, concurrency: 1 },
    expireSeconds: 3_600,
  },
  'reconcile-hourly': {
    ...{ retryLimit: 2, retryDelaySeconds: 300, concurrency: 1 },
    expireSeconds: 3_600,
  },
  'reconcile-nightly': {
    ...{ retryLimit: 3, retryDelaySeconds: 900, concurrency: 1 },
    expireSeconds: 4 * 3_600,
  },
};
const stopWithinMs = 10_000;
const names = Object.keys(policies) as JobName[];

/** A job that fails may wait for what another brings; after so many rounds without progress it is a failure. */
const drainRounds = 3;

export interface QueueOptions {
  /** Called when a job has failed for the last time. */
  readonly onGivenUp: (job: GivenUpJob) => Promise<void>;
  /** Replaces every queue's own, for tests. */
  readonly policy?: QueuePolicy;
}

/** A job queue in Postgres (pg-boss), on the pool of the app. */
export function createQueue(database: Database, log: Logger, options: QueueOptions): Queue {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values) },
    schema: 'pgboss',
    schedule: true,
    supervise: true,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue failed'));
  let isStarted = false;
  const loops: WorkLoop[] = [];
  return {
    jobs: {
      async enqueue(db, name, data, { startAt, singletonKey } = {}) {
        await boss.send(name, data, {
          db: { executeSql: (text, values) => executeOn(db, text, values) },
          ...(startAt ? { startAfter: startAt } : {}),
          ...(singletonKey ? { singletonKey } : {}),
        });
      },
      async enqueueAgain(db, name, data) {
        if (!names.some((known) => known === name)) return false;
        await boss.send(name, data, {
          db: { executeSql: (text, values) => executeOn(db, text, values) },
        });
        return true;
      },
    },
    async start() {
      await boss.start();
      isStarted = true;
      await alone(database, async () => {
        for (const name of names) {
          const { retryLimit, retryDelaySeconds, expireSeconds } = options.policy ?? policies[name];
          await boss.createQueue(name, {
            name,
            policy: 'standard',
            retryLimit,
            retryDelay: retryDelaySeconds,
            retryBackoff: true,
            expireInSeconds: expireSeconds ?? 300,
          });
        }
      });
      await boss.schedule('sweep-expired', '17 3 * * *', {});
      await boss.schedule('act-on-the-day', '27 * * * *', {});
      await boss.schedule('fold-rollups', '*/10 * * * *', {});
      await boss.schedule('check-rollups', '47 4 * * *', {});
      await boss.schedule('reconcile-hourly', '7 * * * *', {});
      await boss.schedule('reconcile-nightly', '37 3 * * *', {});
    },
    async work(handlers) {
      for (const name of names) loops.push(...workOn(boss, name, handlers[name], log, options));
    },
    async drain(handlers) {
      let count = 0;
      let failed: FailedJob[] = [];
      for (let round = 0; ; round += 1) {
        const again = failed;
        failed = [];
        let ran = 0;
        for (const job of again) ran += await runAgain(job, failed);
        for (const name of await listDue(database))
          ran += await drainOne(boss, name, handlers[name], failed);
        count += ran;
        if (ran === 0 && failed.length === 0) return count;
        if (ran === 0 && round >= drainRounds) throw failed[0]?.error;
      }
    },
    async stop() {
      await Promise.race([
        Promise.all(loops.map((loop) => loop.stop())),
        new Promise((resolve) => setTimeout(resolve, stopWithinMs).unref()),
      ]);
      if (isStarted) await boss.stop({ graceful: true, wait: true, timeout: stopWithinMs });
    },
  };
}

/** The queues in which something waits to be run now. */
async function listDue(database: Database): Promise<JobName[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select distinct name from pgboss.job where state in ('created', 'retry') and start_after <= now()`,
  );
  return names.filter((name) => rows.some((row) => row.name === name));
}

/** Any number: it only has to be the same in every process of ours. */
const creationLock = 7_305_114_263;

/** One process at a time: a queue is a partition of a table, and two made at once lock each other out. */
async function alone(database: Database, work: () => Promise<void>): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [creationLock]);
    await work();
    await client.query('select pg_advisory_unlock($1)', [creationLock]);
    client.release();
  } catch (error) {
    // The lock goes with its connection.
    client.release(true);
    throw error;
  }
}

function workOn<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  handler: JobHandlers[Name],
  log: Logger,
  { onGivenUp, policy }: QueueOptions,
): WorkLoop[] {
  const { concurrency } = policy ?? policies[name];
  return Array.from({ length: concurrency }, () =>
    startWorkLoop<JobData[Name]>({ boss, name, handler, onGivenUp, log }),
  );
}

interface FailedJob {
  readonly error: unknown;
  readonly run: () => Promise<void>;
}

/** Runs what is due of one queue; answers how many succeeded. Failures are kept, to be run again after the others. */
async function drainOne<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  handler: JobHandlers[Name],
  failed: FailedJob[],
): Promise<number> {
  let count = 0;
  for (;;) {
    const batch = await boss.fetch<JobData[Name]>(name, { batchSize: 20 });
    if (batch.length === 0) return count;
    for (const job of batch) {
      const run = async () => {
        await handler(job.data);
        await boss.complete(name, job.id);
      };
      count += await runAgain({ error: null, run }, failed);
    }
  }
}

async function runAgain({ run }: FailedJob, failed: FailedJob[]): Promise<number> {
  try {
    await run();
    return 1;
  } catch (error) {
    failed.push({ error, run });
    return 0;
  }
}

/** Runs the queue's own SQL on the caller's transaction: its `$n` become bound parameters. */
async function executeOn(
  db: Db,
  text: string,
  values: unknown[] = [],
): Promise<{ rows: unknown[] }> {
  const chunks: SQL[] = text
    .split(/\$(\d+)/)
    .map((part, index) =>
      index % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1])}`,
    );
  const { rows } = await db.execute(sql.join(chunks));
  return { rows };
}
