import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, createTestDatabase } from './testing/database.ts';
import { openDatabase } from './client.server.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The server drops every other connection, as it does when it restarts. */
async function dropConnections(): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await client.end();
}

it.each([
  ['idle', 0],
  ['in use, between two queries', 1],
])(
  'a connection that the server drops while %s is told once, and a new one serves',
  async (_, used) => {
    const errors: Error[] = [];
    let tell = () => {};
    const told = new Promise<void>((resolve) => (tell = resolve));
    const opened = openDatabase(database.url, {
      max: 1,
      onError: (error) => {
        errors.push(error);
        tell();
      },
    });
    const dropIt = async () => {
      await dropConnections();
      await told;
    };
    if (used === 1) {
      const broken = opened.db.transaction(async (tx) => {
        await tx.execute(sql`select 1`);
        await dropIt();
        await tx.execute(sql`select 2`);
      });
      await expect(broken).rejects.toThrow();
    } else {
      await opened.db.execute(sql`select 1`);
      await dropIt();
    }
    expect((await opened.db.execute<{ three: number }>(sql`select 3 as three`)).rows).toEqual([
      { three: 3 },
    ]);
    expect(errors.map((error) => 'code' in error && error.code)).toContain('57P01');
    await opened.close();
  },
);
