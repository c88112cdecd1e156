import fs from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';

test.describe('The staff know their supporters', () => {
  test(
    'filters are joined, taken away again, and kept as a segment for everyone',
    { tag: '@nojs' },
    async ({ page, browser }) => {
      const name = `Patrons who may leave ${Date.now().toString(36)}`;
      await enterDesk(page, browser, 'owner');
      await page.goto('/admin/supporters');
      await page.getByLabel('Show').selectOption({ label: 'Patrons at risk' });
      await page.getByRole('button', { name: 'Search' }).click();
      await expect(page).toHaveURL(/group=at_risk/);
      await page.locator('summary').filter({ hasText: 'More filters' }).click();
      await page.getByLabel('Language').selectOption('en');
      await page.getByLabel('Became a patron in').fill('November');
      await page.getByRole('button', { name: 'Search' }).click();
      await expect(page.getByText('Type a year and a month, such as 2026-11.')).toBeVisible();
      await expect(page.getByLabel('Became a patron in')).toHaveValue('November');
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole('link', { name: 'Take away: English' }).click();
      await expect(page.getByRole('link', { name: 'Take away: English' })).toHaveCount(0);
      const found = await page.locator('.filters__said strong').innerText();

      await page.getByRole('link', { name: 'Keep as a segment' }).click();
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
      await expect(page.getByRole('alert')).toContainText('Give it a name.');
      await page.getByLabel('Name', { exact: false }).fill(name);
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

      await page.goto('/admin/segments');
      const row = page.getByRole('row').filter({ hasText: name });
      await expect(row).toContainText(found.replace('.', ''));
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await row.getByRole('link', { name: `Rename or delete “${name}”` }).click();
      await page.getByLabel('Name', { exact: false }).fill(`${name}, renamed`);
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
      await expect(page.getByText('It has its new name.')).toBeVisible();
      await page.getByRole('link', { name: `Rename or delete “${name}, renamed”` }).click();
      await page.getByRole('button', { name: 'Delete this segment' }).click();
      await expect(page.getByText('The segment is deleted.')).toBeVisible();
      await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0);
    },
  );

  test(
    'by keyboard alone, people are found in another order and taken home',
    { tag: '@keyboard' },
    async ({ page, browser }) => {
      await enterDesk(page, browser, 'owner');
      await page.goto('/uk/admin/supporters');
      await page.waitForLoadState();
      await page.getByLabel('Ім’я, адреса або номер').focus();
      await page.keyboard.type('example');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/search=example.*sort=last_payment/);
      await expect(page.getByRole('link', { name: 'Прибрати: «example»' })).toBeVisible();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await page.waitForLoadState();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Завантажити CSV' }).press('Enter');
      const lines = (await fs.readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
      expect(lines.length).toBeGreaterThan(1);
      expect(lines[0]).toContain('given_EUR');
    },
  );
});
