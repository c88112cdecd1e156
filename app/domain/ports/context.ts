import type { Db } from '../../db/client.server.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Jobs } from './jobs.ts';
import type { Mail } from './mail.ts';
import type { Payments } from './payments.ts';

/** What every use case is given. `db` is a pool, or the transaction of the caller. */
export interface Ctx {
  readonly db: Db;
  readonly payments: Payments;
  readonly mail: Mail;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where a request came from; absent in jobs. Only the audit log keeps it, and only of the staff. */
  readonly origin?: RequestOrigin;
}

export interface RequestOrigin {
  readonly address: string;
  readonly userAgent: string | null;
}

/** Runs a part of a use case in one transaction: everything it writes and enqueues lands together or not at all. */
export function inTransaction<Value>(ctx: Ctx, run: (ctx: Ctx) => Promise<Value>): Promise<Value> {
  return ctx.db.transaction((db) => run({ ...ctx, db }));
}

/**
 * Reads at once from a pool; one after the other in a transaction, which has one connection: two
 * queries at a time on it are a fault of their caller's.
 */
export async function readTogether<Reads extends readonly (() => Promise<unknown>)[]>(
  ctx: Ctx,
  reads: readonly [...Reads],
): Promise<{ -readonly [Index in keyof Reads]: Awaited<ReturnType<Reads[Index]>> }> {
  type Values = { -readonly [Index in keyof Reads]: Awaited<ReturnType<Reads[Index]>> };
  if (!('rollback' in ctx.db)) return (await Promise.all(reads.map((read) => read()))) as Values;
  const values: unknown[] = [];
  for (const read of reads) values.push(await read());
  return values as Values;
}
