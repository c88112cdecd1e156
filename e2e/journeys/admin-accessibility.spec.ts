import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';

test.describe('Axe finds nothing on the desk', () => {
  for (const path of [
    '/admin',
    '/uk/admin',
    '/admin/supporters',
    '/uk/admin/supporters?search=nobody-at-all',
    '/admin/payments',
    '/admin/articles',
    '/admin/tiers',
    '/admin/settings',
  ]) {
    test(path, async ({ page, browser }) => {
      await enterDesk(page, browser, 'owner');
      await page.goto(path);
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    });
  }

  test('a supporter’s page', async ({ page, browser }) => {
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin/supporters?search=owner%40example.org');
    await page.getByRole('rowheader').first().getByRole('link').click();
    await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
    await expectNoViolations(page);
  });
});
