import { type SQL, sql } from 'drizzle-orm';
import PgBoss from 'pg-boss';
import type { Database, Db } from '../../db/client.server.ts';
import type { JobData, JobName, Jobs } from '../../domain/ports/jobs.ts';
import type { Logger } from '../../platform/logger.ts';

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

interface QueuePolicy {
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  /** Jobs that one process runs at once. */
  readonly concurrency: number;
}

const policies: Record<JobName, QueuePolicy> = {
  'process-stripe-event': { retryLimit: 12, retryDelaySeconds: 2, concurrency: 4 },
  'send-mail': { retryLimit: 10, retryDelaySeconds: 15, concurrency: 4 },
  'settle-payment': { retryLimit: 12, retryDelaySeconds: 30, concurrency: 1 },
  'sweep-expired': { retryLimit: 3, retryDelaySeconds: 60, concurrency: 1 },
};
const names = Object.keys(policies) as JobName[];

/** A job that fails may wait for what another brings; after so many rounds without progress it is a failure. */
const drainRounds = 3;

/** A job queue in Postgres (pg-boss), on the pool of the app. */
export function createQueue(database: Database, log: Logger): Queue {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values) },
    schema: 'pgboss',
    schedule: true,
    supervise: true,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue failed'));
  let isStarted = false;
  return {
    jobs: {
      async enqueue(db, name, data, options = {}) {
        await boss.send(name, data, {
          db: { executeSql: (text, values) => executeOn(db, text, values) },
          ...(options.startAt ? { startAfter: options.startAt } : {}),
          ...(options.singletonKey ? { singletonKey: options.singletonKey } : {}),
        });
      },
    },
    async start() {
      await boss.start();
      isStarted = true;
      for (const name of names) {
        const { retryLimit, retryDelaySeconds } = policies[name];
        await boss.createQueue(name, {
          name,
          policy: 'standard',
          retryLimit,
          retryDelay: retryDelaySeconds,
          retryBackoff: true,
          expireInSeconds: 300,
        });
      }
      await boss.schedule('sweep-expired', '17 3 * * *', {});
    },
    async work(handlers) {
      for (const name of names) await workOn(boss, name, handlers[name], log);
    },
    async drain(handlers) {
      let count = 0;
      let failed: FailedJob[] = [];
      for (let round = 0; ; round += 1) {
        const again = failed;
        failed = [];
        let ran = 0;
        for (const job of again) ran += await runAgain(job, failed);
        for (const name of names) ran += await drainOne(boss, name, handlers[name], failed);
        count += ran;
        if (ran === 0 && failed.length === 0) return count;
        if (ran === 0 && round >= drainRounds) throw failed[0]?.error;
      }
    },
    async stop() {
      if (isStarted) await boss.stop({ graceful: true, wait: true, timeout: 10_000 });
    },
  };
}

async function workOn<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  handler: JobHandlers[Name],
  log: Logger,
): Promise<void> {
  const { concurrency } = policies[name];
  for (let slot = 0; slot < concurrency; slot += 1) {
    await boss.work<JobData[Name]>(name, { pollingIntervalSeconds: 0.5 }, async (batch) => {
      for (const job of batch) {
        const startedAt = performance.now();
        try {
          await handler(job.data);
          log.debug(
            { job: name, id: job.id, ms: Math.round(performance.now() - startedAt) },
            'job done',
          );
        } catch (error) {
          log.warn({ job: name, id: job.id, err: error }, 'job failed, will be tried again');
          throw error;
        }
      }
    });
  }
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
