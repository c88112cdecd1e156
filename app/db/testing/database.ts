import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The tests' server, as its superuser, with `{database}` where a database's name belongs. */
    testServerUrl: string;
  }
}

export const templateDatabase = 'masthead_template';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * A database of the test's own, with the newest schema and no rows. The caller drops it.
 * Only in tests named `*.db.test.ts` or `*.http.test.ts`: others have no server.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const addressOf = (database: string) => inject('testServerUrl').replace('{database}', database);
  const command = async (sql: string) => {
    const client = new pg.Client({ connectionString: addressOf('postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  // Copying files rather than writing pages to the log: this server survives no crash anyway.
  await command(`create database ${name} template ${templateDatabase} strategy file_copy`);
  return {
    url: addressOf(name),
    drop: () => command(`drop database if exists ${name} with (force)`),
  };
}
