// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { run } from './install.mjs';
import { Problem } from './problem.mjs';

/**
 * Browsers outside Playwright's own folder. The headless shell comes first: it runs the tests two
 * to three times as fast as the whole browser, which paints its own windows besides.
 */
const installedBrowsers = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/**
 * Finds a Chromium for the browser tests, and fetches one when this machine has none.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} its path; empty for Playwright's own
 * @throws {Problem}
 */
export async function findBrowser(say) {
  const found = await look();
  if (found !== null) return found;
  say('Fetching a browser for the tests');
  await run('npx', ['playwright', 'install', 'chromium']);
  const fetched = await look();
  if (fetched !== null) return fetched;
  await installFromDebian();
  const installed = await look();
  if (installed !== null) return installed;
  throw new Problem(
    'No browser for the tests: install Chromium (apt-get install chromium, or npx playwright install chromium).',
  );
}

async function look() {
  const given = process.env['BROWSER_PATH'];
  if (given && fs.existsSync(given)) return given;
  const { chromium } = await import('@playwright/test');
  if (fs.existsSync(chromium.executablePath())) return '';
  return installedBrowsers.find((file) => fs.existsSync(file)) ?? null;
}

async function installFromDebian() {
  if (!fs.existsSync('/usr/bin/apt-get')) return;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (prefix.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...step) => {
    const [command = '', ...args] = [...prefix, 'apt-get', ...step];
    return run(command, args, env);
  };
  await apt('update');
  for (const name of ['chromium-headless-shell', 'chromium']) {
    await apt('install', '-y', '--no-install-recommends', name);
    if ((await look()) === null) continue;
    // What pages are drawn in until their own letters arrive. Without it they move under the pointer then.
    await apt('install', '-y', '--no-install-recommends', 'fonts-liberation');
    return;
  }
}
