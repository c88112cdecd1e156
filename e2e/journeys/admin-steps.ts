import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, type Page, expect } from '@playwright/test';
import { signInByLink } from './signing-in-steps.ts';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
type Staff = 'owner' | 'editor' | 'analyst';

/**
 * Opens the desk as one of the staff. All tests of a run share one sign-in for each: their mail
 * address is the demo's own, and two tests that ask at once would read each other's mail.
 */
export async function enterDesk(page: Page, browser: Browser, who: Staff): Promise<void> {
  await page.context().addCookies(await sharedSession(browser, who));
}

async function sharedSession(browser: Browser, who: Staff): Promise<Cookies> {
  const run = (process.env['E2E_BASE_URL'] ?? '').replace(/\W+/g, '-');
  // One folder for a run: its processes have the same parent.
  const folder = path.join(os.tmpdir(), `masthead-desk-${run}-${process.ppid}`);
  const file = path.join(folder, `${who}.json`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isFirst(`${file}.lock`)) {
    const context = await browser.newContext({ baseURL: process.env['E2E_BASE_URL'] });
    const page = await context.newPage();
    await signInByLink(page, `${who}@example.org`);
    fs.writeFileSync(`${file}.part`, JSON.stringify(await context.cookies()), { mode: 0o600 });
    fs.renameSync(`${file}.part`, file);
    await context.close();
  }
  await expect.poll(() => fs.existsSync(file), { timeout: 30_000 }).toBe(true);
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Cookies;
}

function isFirst(lock: string): boolean {
  try {
    fs.closeSync(fs.openSync(lock, 'wx'));
    return true;
  } catch {
    return false;
  }
}
