// @ts-check
// `npm test`: unit and database tests, then browser tests; the last line is the sum of all.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBrowser } from './launch/browser.mjs';
import { assertNodeVersion } from './launch/configuration.mjs';
import { ensureInstalled } from './launch/install.mjs';
import { Problem } from './launch/problem.mjs';
import { root, signalGroup } from './launch/processes.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/** @type {number | null} the group of what runs now */
let current = null;
let isInterrupted = false;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (current) signalGroup(current, isInterrupted ? 'SIGKILL' : 'SIGINT');
    isInterrupted = true;
  });
}

/**
 * @param {string} script @param {string[]} args @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
function runNode(script, args, env) {
  if (isInterrupted) return Promise.resolve(130);
  return new Promise((resolve) => {
    const file = path.join(root, 'node_modules', script);
    const child = spawn(process.execPath, [file, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    current = child.pid ?? null;
    child.once('error', () => resolve(1));
    child.once('exit', (code) => {
      current = null;
      resolve(code ?? 1);
    });
  });
}

/**
 * @param {string} file a report as JSON; missing when the tool fell before it could write one
 * @param {number} status the tool's exit code: an error outside any test counts as one failure
 * @param {(report: any) => Count} read
 */
function countIn(file, status, read) {
  const count = fs.existsSync(file)
    ? read(JSON.parse(fs.readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0 };
  return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

async function main() {
  assertNodeVersion();
  await ensureInstalled(console.log);
  const browser = await findBrowser(console.log);
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-reports-'));
  const file = (/** @type {string} */ name) => path.join(reports, `${name}.json`);

  const vitest = await runNode(
    'vitest/vitest.mjs',
    [
      'run',
      '--config',
      'app/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file('vitest')}`,
    ],
    {},
  );
  const playwright = await runNode(
    '@playwright/test/cli.js',
    ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file('playwright'), BROWSER_PATH: browser },
  );
  const counts = [
    countIn(file('vitest'), vitest, (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
    })),
    countIn(file('playwright'), playwright, ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
    })),
  ];
  fs.rmSync(reports, { recursive: true, force: true });
  const sum = (/** @type {keyof Count} */ key) =>
    counts.reduce((total, count) => total + count[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}

main().catch((error) => {
  console.error(error instanceof Problem ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
