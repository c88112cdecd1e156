import type PgBoss from 'pg-boss';
import { describeFailure } from '../../platform/failure.ts';
import type { Logger } from '../../platform/logger.ts';
import type { GivenUpJob } from './dead-letters.server.ts';

/** Runs the jobs of one queue, one after the other, until it is stopped. */
export interface WorkLoop {
  /** Resolves when the job under way has ended. */
  stop(): Promise<void>;
}

export interface WorkLoopOptions<Data extends Record<string, unknown>> {
  readonly boss: PgBoss;
  readonly name: string;
  readonly handler: (data: Data) => Promise<void>;
  /** Called when a job has failed for the last time. */
  readonly onGivenUp: (job: GivenUpJob) => Promise<void>;
  readonly log: Logger;
}

const pollMs = 500;
/** Together about two minutes: a database that restarts is back by then. */
const notingTries = 20;
const longestPauseMs = 8_000;

/**
 * pg-boss has a loop of its own, but it notes how a job ended without waiting for the answer: a
 * database that is away at that moment ends the whole process. This one tries again; when it can't
 * be noted in the end, the job expires and runs once more.
 */
export function startWorkLoop<Data extends Record<string, unknown>>(
  options: WorkLoopOptions<Data>,
): WorkLoop {
  const { boss, name, handler, onGivenUp, log } = options;
  const stopping = new AbortController();
  const { signal } = stopping;

  async function fetchOne(): Promise<PgBoss.JobWithMetadata<Data> | null> {
    try {
      const [job] = await boss.fetch<Data>(name, { includeMetadata: true });
      return job ?? null;
    } catch (error) {
      log.error({ job: name, err: error }, 'the job queue failed');
      return null;
    }
  }

  async function note(facts: object, act: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await act();
        return;
      } catch (error) {
        log.warn({ ...facts, err: error }, 'the end of a job could not be noted');
        if (attempt >= notingTries || signal.aborted) return;
        await pause(Math.min(250 * 2 ** attempt, longestPauseMs), signal);
      }
    }
  }

  async function run(job: PgBoss.JobWithMetadata<Data>): Promise<void> {
    const facts = { job: name, id: job.id };
    const startedAt = performance.now();
    try {
      await within(job.expireInSeconds * 1_000, handler(job.data));
    } catch (error) {
      const isLast = job.retryCount >= job.retryLimit;
      const { message } = describeFailure(error);
      if (isLast) {
        const letter = { name, data: job.data, attempts: job.retryCount + 1, error };
        await note(facts, () => onGivenUp(letter));
      }
      await note(facts, () => boss.fail(name, job.id, { message }));
      if (isLast) log.error({ ...facts, err: error }, 'job given up');
      else log.warn({ ...facts, err: error }, 'job failed, will be tried again');
      return;
    }
    await note(facts, () => boss.complete(name, job.id));
    log.debug({ ...facts, ms: Math.round(performance.now() - startedAt) }, 'job done');
  }

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      const job = await fetchOne();
      if (job) await run(job);
      else await pause(pollMs, signal);
    }
  }

  const ended = loop();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

/** The queue gives the job to another after this time, so this one is told that it failed. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${ms} ms`)), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
