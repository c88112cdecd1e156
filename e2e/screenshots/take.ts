import path from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../sandbox/launch/browser.mjs';

/**
 * Takes the README's pictures from a running demo: `npm start` in one terminal, then
 * `npx tsx e2e/screenshots/take.ts [site] [mailbox]` in another.
 */
const [site = 'http://localhost:3000', mailbox = 'http://localhost:3002'] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: await findBrowser(() => undefined),
  args: ['--no-sandbox', '--disable-gpu'],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
const page = await context.newPage();
const save = (name: string) =>
  page.screenshot({ path: path.join(import.meta.dirname, name), type: 'jpeg', quality: 82 });

await page.goto(`${site}/investigations/berth-four`);
await page.locator('.ask').evaluate((ask) => {
  window.scrollTo(0, ask.getBoundingClientRect().top - 190);
});
await page.waitForFunction(() => document.fonts.status === 'loaded');
await save('article-desktop.jpg');

const since = new Date().toISOString();
await page.goto(`${site}/sign-in?next=/admin`);
await page.getByRole('main').getByRole('textbox').fill('owner@example.org');
await page.getByRole('button', { name: 'Send me a sign-in mail' }).click();
const answer = await fetch(
  `${mailbox}/api/wait?to=owner@example.org&subject=sign-in&since=${since}`,
);
const { text } = (await answer.json()) as { text: string };
await page.goto(/http\S+sign-in\/link\/\S+/.exec(text)?.[0] ?? site);
await page.locator('main form button').first().click();
await page.goto(`${site}/admin`);
await page.getByRole('heading', { level: 1 }).waitFor();
await save('report-desktop.jpg');
await browser.close();
