import fs from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';

test(
  'An admin asks for other days, and each figure leads to what is behind it',
  { tag: '@nojs' },
  async ({ page, browser }) => {
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin');
    await page.getByRole('link', { name: 'Last 90 days' }).click();
    await expect(page).toHaveURL(/\/admin\?range=last_90$/);
    await expect(page.getByRole('heading', { name: /^Week by week, EUR/ })).toBeVisible();

    await page.getByLabel('Compare with').selectOption('year');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d&compare=year$/);
    const address = new URL(page.url());
    await page.waitForLoadState();

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as CSV' }).click();
    const lines = (await fs.readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
    expect(lines[0]).toBe('part,figure,from,to,value,currency,subject');
    expect(lines.some((line) => line.startsWith('sizes,median,'))).toBe(true);

    const row = page
      .getByRole('region', { name: /^What came in, in EUR/ })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: /^Refunds/ }) });
    await row.getByRole('cell').first().getByRole('link').click();
    const days = `from=${address.searchParams.get('from') ?? ''}&to=${address.searchParams.get('to') ?? ''}`;
    await expect(page).toHaveURL(
      new RegExp(`/admin/payments\\?${days}&kind=refunds&settlement=EUR$`),
    );
  },
);

test(
  'by keyboard alone: this year, then two days of one’s own',
  { tag: '@keyboard' },
  async ({ page, browser }) => {
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin');
    await page.waitForLoadState();
    await page.getByRole('link', { name: 'This year' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/range=this_year$/);
    await expect(page.getByRole('link', { name: 'This year' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await page.waitForLoadState();
    await page.getByLabel('From', { exact: true }).focus();
    await page.keyboard.type('10012025');
    await page.getByLabel('To', { exact: true }).focus();
    await page.keyboard.type('10312025');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/from=2025-10-01&to=2025-10-31&compare=previous$/);
    await expect(page.getByText(/^1 Oct 2025 to 31 Oct 2025, against 1 Sept? 2025/)).toBeVisible();
  },
);

test('a day that is none is said at its field, and the report is shown', async ({
  page,
  browser,
}) => {
  await enterDesk(page, browser, 'owner');
  await page.goto('/uk/admin?from=31.12.2025');
  await expect(page.getByText('Напишіть день так: 2026-11-23.', { exact: false })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^День за днем/ }).first()).toBeVisible();
  await expectNoViolations(page);
  await page.goto('/admin?range=all&compare=none');
  await expect(page.getByRole('heading', { name: /^Month by month, EUR/ })).toBeVisible();
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
});
