import fs from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { enterDesk } from './admin-steps.ts';
import { cards, expectStripe, freshAddress, payWith, stories } from './giving-steps.ts';

test.describe('An admin sees the whole picture', { tag: '@nojs-everywhere' }, () => {
  test('a gift just given is in the report, on its giver’s page and in the CSV', async ({
    page,
    browser,
    baseURL,
  }) => {
    const address = freshAddress();
    const reader = await browser.newContext({ baseURL });
    const theirs = await reader.newPage();
    await theirs.goto(stories.en.path);
    await theirs.getByLabel('Another amount').fill('37.40');
    await theirs.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(theirs, '€37.40');
    await payWith(theirs, cards.works, address);
    await expect(theirs.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();
    await reader.close();

    await enterDesk(page, browser, 'owner');
    await page.goto('/admin');
    await expect(page.getByRole('heading', { level: 1, name: /^Supporter report/ })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: stories.en.headline })).toBeVisible();

    await page.getByRole('link', { name: 'Supporters', exact: true }).click();
    await page.getByLabel('Name, address or id').fill(address.slice(0, 30));
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByText('1 supporter.', { exact: true })).toBeVisible();
    // A download that begins while the page still arrives would end its arriving.
    await page.waitForLoadState();

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^supporters-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await fs.readFile(await file.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(address);

    await page.getByRole('rowheader', { name: address }).getByRole('link').click();
    await expect(page.getByRole('region', { name: 'Payments', exact: true })).toContainText(
      '€37.40',
    );
    await expect(page.getByText('Paid €37.40')).toBeVisible();
    await expect(page.getByText(address).first()).toBeVisible();
  });

  test('a figure leads to the payments behind it', async ({ page, browser }) => {
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin');
    const charged = page.getByRole('region', { name: /^As charged/ });
    const line = charged
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'EUR' }) });
    await line.getByRole('cell').last().getByRole('link').click();
    await expect(page).toHaveURL(
      /\/admin\/payments\?from=\d{4}-\d\d-01&to=\d{4}-\d\d-\d\d&kind=charges&currency=EUR$/,
    );
    await expect(page.getByLabel('Charged in', { exact: true })).toHaveValue('EUR');
    await expect(page.getByRole('region', { name: /^Payments/ })).toBeVisible();
  });

  test('in Ukrainian as well', async ({ page, browser }) => {
    await enterDesk(page, browser, 'owner');
    await page.goto('/uk/admin');
    await expect(
      page.getByRole('heading', { level: 1, name: /^Звіт про підтримку/ }),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Прихильники', exact: true }).click();
    await page.getByLabel('Показати').selectOption('patrons');
    await page.getByRole('button', { name: 'Шукати' }).click();
    await expect(page).toHaveURL(/\/uk\/admin\/supporters\?.*group=patrons(&|$)/);
    await expect(page.getByText(/З чинним членством/)).toBeVisible();
  });
});

test('An editor reads the report, and takes no addresses home', async ({ page, browser }) => {
  await enterDesk(page, browser, 'editor');
  await page.goto('/admin/supporters');
  await expect(page.getByRole('heading', { level: 1, name: 'Supporters' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download as CSV' })).toHaveCount(0);
  const answer = await page.request.get('/admin/supporters.csv');
  expect(answer.status()).toBe(404);
});

test('A reader is led to sign in, and then finds no desk', async ({ page }) => {
  await page.goto('/admin');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fadmin$/);
});
