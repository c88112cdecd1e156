import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
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
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) })),
      ).toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, 'the page scrolls sideways').toBeLessThanOrEqual(0);
    });
  }

  test('a supporter’s page', async ({ page, browser }) => {
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin/supporters?search=owner%40example.org');
    await page.getByRole('rowheader').first().getByRole('link').click();
    await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual(
      [],
    );
  });
});
