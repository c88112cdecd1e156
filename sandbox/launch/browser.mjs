// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { run } from './install.mjs';
import { Problem } from './problem.mjs';

/**
 * Finds a Chromium for the browser tests, and fetches one when this machine has none.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} its path
 * @throws {Problem}
 */
export async function findBrowser(say) {
  const found = await look();
  if (found) return found;
  say('Fetching a browser for the tests');
  await run('npx', ['playwright', 'install', 'chromium']);
  const fetched = await look();
  if (fetched) return fetched;
  await installFromDebian();
  const installed = await look();
  if (installed) return installed;
  throw new Problem(
    'No browser for the tests: install Chromium (apt-get install chromium, or npx playwright install chromium).',
  );
}

async function look() {
  const { chromium } = await import('@playwright/test');
  const candidates = [
    process.env['BROWSER_PATH'] ?? '',
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return candidates.find((file) => file !== '' && fs.existsSync(file)) ?? null;
}

async function installFromDebian() {
  if (!fs.existsSync('/usr/bin/apt-get')) return;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (prefix.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [command = '', ...args] = [...prefix, 'apt-get', ...step];
    await run(command, args, env);
  }
}
