import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findFreeBlock } from '../launch/ports.mjs';
import type { PostgresOptions, RunningPostgres } from '../postgres/postgres.mjs';

/** Where the big newsroom's database is. */
export const scaleDir = path.resolve(process.env['SCALE_DIR'] ?? '.data-scale');

/** Starts the database of the big newsroom. Caller stops it. */
export async function openScale(
  start: (options: PostgresOptions) => Promise<RunningPostgres>,
): Promise<RunningPostgres> {
  mkdirSync(scaleDir, { recursive: true, mode: 0o711 });
  return start({
    dataDir: path.join(scaleDir, 'postgres'),
    port: await findFreeBlock(1),
    log: path.join(scaleDir, 'postgres.log'),
    password: 'scale',
    durable: false,
  });
}
