import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../app/db/migrate.ts';
import { templateDatabase } from '../../app/db/testing/database.ts';
import { findFreeBlock } from '../launch/ports.mjs';
import { startPostgres } from './postgres.mjs';

/** One server for the whole run, with a template that has the schema; gone without a trace after it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'masthead-tests-'));
  await fs.chmod(folder, 0o711);
  const server = await startPostgres({
    dataDir: path.join(folder, 'postgres'),
    port: await findFreeBlock(1),
    log: path.join(folder, 'postgres.log'),
    durable: false,
  });
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(`create database ${templateDatabase}`);
  await client.end();
  await migrate(server.url(templateDatabase));
  project.provide('testServerUrl', server.url('{database}'));
  return async () => {
    await server.stop();
    await fs.rm(folder, { recursive: true, force: true });
  };
}
