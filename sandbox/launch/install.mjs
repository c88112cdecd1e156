// @ts-check
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fingerprint, readStamp } from './fingerprint.mjs';
import { Problem, orDiskFull } from './problem.mjs';
import { root } from './processes.mjs';

/**
 * Runs `npm ci` when the packages are missing or are not those of package-lock.json.
 * @param {(line: string) => void} say
 * @throws {Problem}
 */
export async function ensureInstalled(say) {
  const stampFile = path.join(root, 'node_modules', '.masthead-lock');
  const wanted = fingerprint(root, ['package-lock.json']);
  if (readStamp(stampFile) === wanted) return;
  say('Installing packages (once; a minute or so)');
  const { status, output } = await run('npm', [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (status !== 0) {
    throw orDiskFull(
      new Problem(`npm ci failed: ${lastLine(output)}\nThe whole of it: run npm ci by hand.`),
      output,
    );
  }
  fs.writeFileSync(stampFile, `${wanted}\n`);
}

/**
 * Runs a program to its end, without a shell; it ends with us.
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ status: number | null, output: string }>}
 */
export function run(command, args, env = process.env) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const stopToo = () => child.kill();
    process.once('exit', stopToo);
    const keep = (/** @type {Buffer} */ chunk) =>
      (output = (output + chunk.toString('utf8')).slice(-20_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ status: null, output: error.message }));
    child.once('close', (status) => {
      process.off('exit', stopToo);
      resolve({ status, output });
    });
  });
}

/** npm ends with where its log is; the line that says what happened comes before. @param {string} output */
function lastLine(output) {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter((line) => line !== '' && !/complete log of this run|^code /.test(line));
  return lines[0] ?? 'no reason given';
}
