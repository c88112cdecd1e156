import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { readDatabaseUrl } from '../platform/env.ts';

/** Any number: it only has to be the same in every process of ours. */
const migrationLock = 7_305_114_262;

/** Brings a database to the newest schema. Safe to run from several processes at once. */
export async function migrate(databaseUrl: string, folder = 'drizzle'): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await runMigrations(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await migrate(readDatabaseUrl(process.env));
}
