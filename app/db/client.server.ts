import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgDatabase, NodePgTransaction } from 'drizzle-orm/node-postgres';
import pg from 'pg';

type NoSchema = Record<string, never>;

/** A database or a transaction in it: use cases take either. Built without a schema, so that a table is reached only by importing it. */
export type Db = NodePgDatabase<NoSchema> | NodePgTransaction<NoSchema, NoSchema>;

export interface Database {
  readonly db: NodePgDatabase<NoSchema>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Opens a pool. The caller closes it. */
export function openDatabase(
  url: string,
  options: { max?: number; onError?: (error: Error) => void } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'masthead',
    // Many short queries at a time: compiling one, or spreading it over workers, costs more than it saves.
    options: '-c jit=off -c max_parallel_workers_per_gather=0',
  });
  // A connection that the server drops must not take the process down. In use, it tells nobody but
  // its own listeners (and whoever waits for a query); idle, it tells the pool as well.
  pool.on('connect', (client) => client.on('error', (error) => options.onError?.(error)));
  pool.on('error', () => undefined);
  return { db: drizzle(pool, { casing: 'snake_case' }), pool, close: () => pool.end() };
}
