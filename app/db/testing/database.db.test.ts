import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from './database.ts';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

test('each database is the test’s own', async () => {
  const one = await createTestDatabase();
  const other = await createTestDatabase();
  await query(one.url, 'create table mine (id int)');
  const [row] = await query(other.url, "select to_regclass('mine') as found");
  expect(row).toEqual({ found: null });
  await Promise.all([one.drop(), other.drop()]);
});

test('letters of every script are compared without regard to case', async () => {
  const database = await createTestDatabase();
  const [row] = await query(database.url, "select lower('ЇЖАК') as word");
  expect(row).toEqual({ word: 'їжак' });
  await database.drop();
});
