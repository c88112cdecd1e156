import { type Browser, type Page, devices, expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';
import { cards, expectStripe, freshAddress, payWith } from './giving-steps.ts';

/** An article for each window, so that the two can test at once; an ask stands there by its tag. */
const places = {
  phone: { path: '/land/sturgeon-k-0417', tag: 'wildlife' },
  desktop: { path: '/city/market-scales', tag: 'consumer' },
};

async function fillWords(page: Page, heading: string): Promise<void> {
  for (const language of ['English', 'Ukrainian']) {
    await page.getByLabel(`Heading, in ${language}`).fill(heading);
    await page.getByLabel(`Text, in ${language}`).fill('A newsroom is paid for by its readers.');
  }
}

/** A reader whose browser drew this number of a hundred for the first test of an ask. */
async function readerWho(browser: Browser, draws: number, askId: string): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: process.env['E2E_BASE_URL'], ...devices['Pixel 7'] },
  });
  await context.addInitScript(
    ([key, draw]) => {
      if ('asks' in localStorage) return;
      const day = Math.floor(Date.now() / 864e5);
      localStorage['asks'] = JSON.stringify({ tests: { [key]: { draw, day } } });
    },
    [`${askId} 1`, draws] as const,
  );
  return context.newPage();
}

/** How often this browser remembers to have seen an ask. */
function viewsOf(askId: string): number {
  const { seen } = JSON.parse(localStorage['asks'] as string) as { seen: Record<string, number[]> };
  return seen[askId]?.length ?? 0;
}

const countedBy = (page: Page) =>
  page.waitForRequest((request) => request.url().endsWith('/asks/views'));

test('an editor tests two variants of an ask: readers see one each, gifts remember it, and the better stays', async ({
  page,
  browser,
}, { project }) => {
  const place = project.name === 'desktop' ? places.desktop : places.phone;
  const name = `Tested ${crypto.randomUUID().slice(0, 8)}`;
  const [a, b] = [`${name} asks plainly`, `${name} asks warmly`];
  await enterDesk(page, browser, 'editor');
  await page.goto('/admin/asks/new');
  await page.getByLabel('Name at the desk').fill(name);
  await fillWords(page, a);
  await page.getByLabel('Only on articles with one of these tags').fill(place.tag);
  await page.getByLabel('At most so many views in 30 days').fill('many');
  await page.getByRole('button', { name: 'Add the ask' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a whole number from 1 to 99');
  await page.getByLabel('At most so many views in 30 days').fill('2');
  await page.getByRole('button', { name: 'Add the ask' }).click();
  await expect(page.getByText('The ask is added')).toBeVisible();
  const up = page.getByRole('button', { name: `Up ${name}` });
  for (;;) {
    await page.waitForLoadState();
    if ((await up.count()) === 0) break;
    await up.click();
    await expect(page.getByText('The ask is moved.')).toBeVisible();
  }
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('At most 2 views');

  await page.getByRole('link', { name: `A/B test ${name}` }).click();
  await page.getByLabel('See variant B, percent').fill('95');
  await page.getByRole('button', { name: 'Begin the test' }).click();
  await expect(page.getByRole('alert')).toContainText('from 10 to 90');
  await page.getByLabel('See variant B, percent').fill('50');
  await page.getByLabel('See no ask, percent').fill('20');
  await fillWords(page, b);
  await page.getByRole('button', { name: 'Begin the test' }).click();
  await expect(page.getByText('It is too early to tell variant B from variant A.')).toBeVisible();
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
  const askId = /asks\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

  // Drew 30: past the 20 who are held back, in the first half of the others.
  const warm = await readerWho(browser, 30, askId);
  await warm.goto(place.path);
  await expect(warm.getByRole('heading', { name: b })).toBeAttached();
  await expect(warm.getByRole('heading', { name: a })).toHaveCount(0);
  await expectNoViolations(warm);
  const told = countedBy(warm);
  await warm.getByRole('heading', { name: b }).scrollIntoViewIfNeeded();
  expect(new URLSearchParams((await told).postData() ?? '').get('variant')).toBe('1b');
  await warm.locator('#ask').getByRole('button', { name: /^Give/ }).click();
  await expectStripe(warm, '€');
  await payWith(warm, cards.works, freshAddress());
  await expect(warm.getByRole('heading', { level: 1 })).toContainText('Thank you');

  const cold = await readerWho(browser, 5, askId);
  const coldTold = countedBy(cold);
  await cold.goto(place.path);
  await cold.locator('[data-ask-plan]').scrollIntoViewIfNeeded();
  expect(new URLSearchParams((await coldTold).postData() ?? '').get('variant')).toBe('1none');
  await expect(cold.locator('#ask')).toHaveCount(0);

  // Plain words, twice; the third time the next ask stands.
  const plain = await readerWho(browser, 90, askId);
  for (const times of [1, 2]) {
    await plain.goto(place.path);
    await plain.getByRole('heading', { name: a }).scrollIntoViewIfNeeded();
    await expect.poll(() => plain.evaluate(viewsOf, askId)).toBe(times);
  }
  await plain.goto(place.path);
  await expect(plain.locator('#ask')).toBeAttached();
  await expect(plain.getByRole('heading', { name: a })).toHaveCount(0);

  // Without a script the first variant stands, and is counted nowhere.
  const bare = await browser.newContext({
    ...{ baseURL: process.env['E2E_BASE_URL'], javaScriptEnabled: false },
  });
  const quiet = await bare.newPage();
  await quiet.goto(place.path);
  await expect(quiet.getByRole('heading', { name: a })).toBeVisible();

  await page.reload();
  const row = (variant: string) => page.getByRole('row').filter({ hasText: variant });
  await expect(row('Variant B').getByRole('cell').nth(0)).toHaveText('1');
  await expect(row('Variant B').getByRole('cell').nth(1)).toHaveText('1');
  await expect(row('Variant A').getByRole('cell').nth(0)).toHaveText('1');
  await expect(row('No ask').getByRole('cell').nth(0)).toHaveText('1');
  await row('Variant B').getByRole('link', { name: '1' }).click();
  await expect(page.getByText('Variant: 1b')).toBeVisible();
  await page.goBack();

  await page.getByRole('link', { name: 'End the test' }).click();
  await page.getByRole('button', { name: 'End the test' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose whose words stay.');
  await expectNoViolations(page);
  await page.getByLabel('Variant B: its words become the ask’s').check();
  await page.getByRole('button', { name: 'End the test' }).click();
  await expect(page.getByText('Variant B was kept.')).toBeVisible();
  await quiet.reload();
  await expect(quiet.getByRole('heading', { name: b })).toBeVisible();
  await page.goto('/admin/asks');
  await page.getByRole('button', { name: `Take out of use ${name}` }).click();
  await expect(page.getByText('The ask is out of use.')).toBeVisible();
  for (const one of [warm, cold, plain, quiet]) await one.context().close();
});
