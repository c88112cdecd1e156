// @ts-check
import { spawn } from 'node:child_process';
import {
  assertNodeVersion,
  environmentForApp,
  loadEnvFile,
  readConfiguration,
  readOptions,
} from './configuration.mjs';
import { readSecrets } from './data-folder.mjs';
import { Problem } from './problem.mjs';
import { root } from './processes.mjs';

/**
 * Runs a process of the app beside the running product, on its database and with its settings;
 * ends with the code that it ends with, or with 2.
 * @param {string} entry @param {string[]} args
 */
export function runBeside(entry, args = []) {
  try {
    assertNodeVersion();
    loadEnvFile();
    const configuration = readConfiguration(readOptions([]), process.env);
    const secrets = readSecrets(configuration.dataDir);
    const databaseUrl = configuration.standIns.database
      ? `postgres://masthead:${secrets.postgres}@127.0.0.1:${configuration.ports.postgres}/masthead`
      : (process.env['DATABASE_URL'] ?? '');
    const child = spawn(process.execPath, ['--import', 'tsx', entry, ...args], {
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
}
