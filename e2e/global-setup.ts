import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreeBlock } from '../sandbox/launch/ports.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Starts the whole product as a person would, on ports and data of its own, and tells the tests
 * where it is: E2E_BASE_URL, E2E_STRIPE_URL, E2E_MAILBOX_URL, E2E_DATABASE_URL. With E2E_APP_SECRET
 * they sign links of mails whose day is far off.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const port = await findFreeBlock(5);
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'masthead-e2e-'));
  const product = spawn(process.execPath, ['sandbox/start.mjs'], {
    cwd: root,
    env: environment({ PORT: String(port), DATA_DIR: dataDir }),
    detached: true,
    // The channel tells it when we are gone.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => product.once('exit', () => resolve()));
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (output.includes('Stop: Ctrl-C')) resolve();
    };
    product.stdout?.on('data', read);
    product.stderr?.on('data', read);
    product.once('error', reject);
    product.once('exit', () => reject(new Error(`Masthead did not start:\n${output}`)));
  });
  process.env['E2E_BASE_URL'] = `http://localhost:${port}`;
  process.env['E2E_STRIPE_URL'] = `http://localhost:${port + 1}`;
  process.env['E2E_MAILBOX_URL'] = `http://localhost:${port + 2}`;
  const secrets = await readSecrets(dataDir);
  process.env['E2E_DATABASE_URL'] =
    `postgres://masthead:${secrets.postgres}@127.0.0.1:${port + 4}/masthead`;
  process.env['E2E_APP_SECRET'] = secrets.app;

  return async () => {
    product.kill('SIGTERM');
    await ended;
    // A failed run leaves its logs to read.
    if (!process.env['E2E_KEEP_DATA']) await fs.rm(dataDir, { recursive: true, force: true });
  };
}

async function readSecrets(dataDir: string): Promise<{ postgres: string; app: string }> {
  const text = await fs.readFile(path.join(dataDir, 'secrets.json'), 'utf8');
  return JSON.parse(text) as { postgres: string; app: string };
}

/** The stand-ins must be used whatever the developer has set for their own instance. */
function environment(ours: Record<string, string>): NodeJS.ProcessEnv {
  const theirs = [
    'DATABASE_URL',
    'STRIPE_SECRET_KEY',
    'STRIPE_WEBHOOK_SECRET',
    'SMTP_URL',
    'APP_URL',
    'HOST',
  ];
  const cleared = Object.fromEntries(theirs.map((name) => [name, '']));
  return { ...process.env, ...cleared, ...ours };
}
