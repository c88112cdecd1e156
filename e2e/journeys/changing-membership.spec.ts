import { type Page, expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { cards, freshAddress, payWith } from './giving-steps.ts';

/** Becomes a patron with 10 euros a month; the browser is signed in afterwards. */
async function becomePatron(page: Page): Promise<string> {
  const address = freshAddress();
  await page.goto('/join?currency=EUR');
  await page.getByRole('radio', { name: 'Patron' }).check();
  await page.getByRole('button', { name: /^Become a patron/ }).click();
  await payWith(page, cards.works, address);
  await expect(page).toHaveURL(/\/thanks\/membership\//);
  return address;
}

async function chooseAmount(page: Page, tier: string, amount: string): Promise<void> {
  await page.goto('/account/membership');
  await page.getByRole('link', { name: 'Change tier or amount' }).click();
  await expect(page).toHaveURL(/\/change$/);
  await page.waitForLoadState();
  await page.getByRole('radio', { name: tier }).check();
  await page.getByLabel('Your amount').fill(amount);
  await page.getByRole('button', { name: 'See what changes' }).click();
}

/** The figure in the row of the reckoning that begins so. */
const figure = (page: Page, name: string | RegExp) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })
    .getByRole('cell');

test(
  'A patron sees what a change costs before it is made, gives more, plans to give less, and takes that back',
  { tag: '@nojs' },
  async ({ page }) => {
    test.slow();
    await becomePatron(page);

    // What can't be is said at its field, and what was typed stays.
    await chooseAmount(page, 'Benefactor', '12,50');
    await expect(page.getByRole('alert')).toContainText('Benefactor');
    await expect(page.getByLabel('Your amount')).toHaveValue('12,50');
    await expectNoSidewaysScroll(page);

    await chooseAmount(page, 'Patron', '15');
    await expect(page.getByRole('heading', { name: 'Check the change' })).toBeVisible();
    const due = await figure(page, 'Charged today').textContent();
    expect(due).toMatch(/^€[45]\.\d\d$/);
    await expect(figure(page, /^Next charge on/)).toHaveText('€15.00');
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: /^Change and pay €/ }).click();
    await expect(page.getByText(/^Changed\. Thank you\. The next charge is €15 on/)).toBeVisible();
    await page.goto('/account/payments');
    await expect(page.getByText(due ?? '', { exact: true })).toBeVisible();

    await chooseAmount(page, 'Friend', '5');
    await expect(figure(page, 'Charged today')).toHaveText('€0.00');
    await page.getByRole('button', { name: /^Change from \d/ }).click();
    await expect(page.getByText(/^From .* your membership is Friend, €5 a month\./)).toBeVisible();
    await expect(page.getByText('€15 a month')).toBeVisible();
    await expect(page.getByText(/^€5 on \d/)).toBeVisible();
    await page.goto('/account/membership/pause');
    await expect(page.getByText(/^A change waits to begin on/)).toBeVisible();
    await page.goto('/account/membership');
    await page.getByRole('button', { name: 'Take this back' }).click();
    await expect(page.getByText('Taken back. Your membership stays as it is.')).toBeVisible();
    await expect(page.getByText(/^€15 on \d/)).toBeVisible();
  },
);

test(
  'A patron pauses, sees the dates, and resumes without paying twice',
  { tag: '@nojs' },
  async ({ page }) => {
    await becomePatron(page);
    await page.goto('/account/membership');
    await page.getByRole('link', { name: 'Pause', exact: true }).click();
    await expect(page.getByText(/^The pause begins on \d/)).toBeVisible();
    await page.getByRole('button', { name: 'Pause the membership' }).click();
    await expect(page.getByText('Choose for how long.')).toBeVisible();
    await page.getByRole('radio', { name: /^2 months/ }).check();
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Pause the membership' }).click();
    await expect(page.getByText('Done. A mail with the dates is on its way.')).toBeVisible();
    await expect(page.getByText(/^Your membership pauses on .* until/)).toBeVisible();
    await page.goto('/account/membership/change');
    await expect(page.getByText('The membership is paused. Resume it first')).toBeVisible();
    await page.goto('/account/membership');
    await page.getByRole('link', { name: 'Resume now' }).click();
    await expect(page.getByText(/^Nothing is charged today: you have paid until/)).toBeVisible();
    await page.getByRole('button', { name: 'Resume the membership' }).click();
    await expect(page.getByText(/^Your membership goes on\. The next charge is on/)).toBeVisible();
    await expect(page.getByText(/^€10 on \d/)).toBeVisible();
  },
);

test('Axe finds nothing on the pages about changing and pausing', async ({ page }) => {
  test.slow();
  await becomePatron(page);
  for (const prefix of ['', '/uk']) {
    for (const path of ['', '/change', '/change/preview?tier=benefactor&ownAmount=30', '/pause']) {
      await page.goto(`${prefix}/account/membership${path}`);
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    }
  }
  await page.getByRole('radio', { name: /^1 місяць/ }).check();
  await page.getByRole('button', { name: 'Поставити на паузу' }).click();
  await expectNoViolations(page);
  await page.goto('/account/membership/pause/resumption');
  await expectNoViolations(page);
});
