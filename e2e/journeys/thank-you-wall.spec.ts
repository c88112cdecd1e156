import { type Page, expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';
import { cards, freshAddress, payWith } from './giving-steps.ts';

/** Gives 33 EUR in a name, with the amount to be shown, and waits until it has arrived. */
async function giveInName(page: Page, name: string): Promise<void> {
  await page.goto('/donate?currency=EUR');
  await page.getByLabel('Another amount').fill('33');
  await page.getByText('How may we thank you?').click();
  await page.getByLabel('Your name, as we may print it').fill(name);
  await page.getByLabel('The amount may stand beside my name').check();
  await page.getByRole('button', { name: /^(Give|Go on)/ }).click();
  await payWith(page, cards.works, freshAddress());
  await expect(page.getByText('Your gift of €33 has arrived')).toBeVisible();
}

const ownName = (first: string) => `${first} ${crypto.randomUUID().slice(0, 8)}`;

test('a donor is named as they wish, and takes it back @nojs', async ({ page }) => {
  const [name, later] = [ownName('Olena'), ownName('Reader')];
  await giveInName(page, name);
  await page.goto('/wall');
  const line = page.getByRole('listitem').filter({ hasText: name });
  await expect(line).toContainText('€33');

  await page.getByRole('link', { name: 'your public name' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('nothing has been saved');
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/untick/);
  await expect(page.getByLabel('Name me')).toBeChecked();

  await page.getByLabel('Name', { exact: true }).fill(later);
  await page.getByLabel('Show the amount').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  await page.goto('/wall');
  await expect(page.getByText(name)).toHaveCount(0);
  const now = page.getByRole('listitem').filter({ hasText: later });
  await expect(now).toBeVisible();
  await expect(now).not.toContainText('€');

  await page.goto('/account/public-name');
  await page.getByLabel('Name me').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  await page.goto('/wall');
  await expect(page.getByText(later)).toHaveCount(0);
});

test('staff take a name off the wall, and put it back', async ({ page, browser, baseURL }) => {
  const name = ownName('Loud');
  await giveInName(page, name);
  await page.goto('/account/public-name');
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);

  // What anybody sees, asked anew: a signed-out reader's own browser keeps the page for a minute.
  const publicWall = async () => {
    const anybody = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
    const answer = await anybody.request.get('/wall');
    expect(answer.headers()['cache-control']).toContain('public');
    expect(answer.headers()['set-cookie']).toBeUndefined();
    const text = await answer.text();
    await anybody.close();
    return text;
  };
  expect(await publicWall()).toContain(name);

  const desk = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  const staff = await desk.newPage();
  await enterDesk(staff, browser, 'editor');
  await staff.goto('/admin/wall');
  await expectNoViolations(staff);
  await staff.getByRole('button', { name: `Take ${name} off the wall` }).click();
  const putBack = staff.getByRole('button', { name: `Put ${name} back on the wall` });
  await expect(putBack).toBeVisible();
  expect(await publicWall()).not.toContain(name);
  await page.reload();
  await expect(page.getByText('The newsroom has taken this name off the wall')).toBeVisible();

  await staff.getByRole('row').filter({ hasText: name }).getByRole('link').click();
  await expect(staff.getByText('Name taken off the thank-you wall')).toBeVisible();
  await staff.goto('/admin/wall');
  await putBack.click();
  await expect(staff.getByRole('button', { name: `Take ${name} off the wall` })).toBeVisible();
  expect(await publicWall()).toContain(name);
  await desk.close();
});

test('the wall of a whole newsroom reads like a newspaper’s list', async ({ page }) => {
  for (const path of ['/wall', '/uk/wall']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 2 })).not.toHaveCount(0);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  }
  await page.goto('/wall');
  const more = page.getByRole('link', { name: 'Earlier gifts' });
  const first = await page.getByRole('listitem').allTextContents();
  await more.click();
  await expect(page.getByRole('link', { name: 'The whole wall' })).toBeVisible();
  await page.waitForLoadState();
  const second = await page.getByRole('main').getByRole('listitem').allTextContents();
  expect(second.length).toBeGreaterThan(20);
  expect(first).not.toEqual(second);
  await expectNoViolations(page);
});
