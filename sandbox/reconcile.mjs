// @ts-check
// `npm run reconcile`: holds the running product's books against Stripe's, or the sandbox's.
import { spawn } from 'node:child_process';
import {
  assertNodeVersion,
  environmentForApp,
  loadEnvFile,
  readConfiguration,
  readOptions,
} from './launch/configuration.mjs';
import { readSecrets } from './launch/data-folder.mjs';
import { Problem } from './launch/problem.mjs';
import { root } from './launch/processes.mjs';

try {
  assertNodeVersion();
  loadEnvFile();
  const configuration = readConfiguration(readOptions([]), process.env);
  const secrets = readSecrets(configuration.dataDir);
  const databaseUrl = configuration.standIns.database
    ? `postgres://masthead:${secrets.postgres}@127.0.0.1:${configuration.ports.postgres}/masthead`
    : (process.env['DATABASE_URL'] ?? '');
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/reconcile.ts'], {
    cwd: root,
    env: environmentForApp(configuration, secrets, databaseUrl, process.env),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  child.once('exit', (code) => {
    process.exitCode = code ?? 2;
  });
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 2;
}
