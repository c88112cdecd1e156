import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { pathOf } from './reading-steps.ts';

test.describe('Axe finds nothing on the reading pages', () => {
  for (const path of [
    '/',
    '/uk',
    '/culture',
    '/uk/culture',
    '/city?before=captain-dzhura',
    pathOf('captain-dzhura'),
    pathOf('river-level-since-1884'),
    pathOf('berth-four'),
    pathOf('after-the-inspectors'),
    pathOf('varenyky-z-vyshniamy'),
    '/search',
    '/search?q=river',
    '/uk/search?q=zeppelin',
    '/nothing-here',
    '/uk/nothing-here',
    '/authors/taras-hnatiuk',
    '/uk/authors/taras-hnatiuk',
  ]) {
    test(path, async ({ page }) => {
      await page.goto(path);
      await expectNoViolations(page);
    });
  }
});

for (const path of ['/', '/culture', pathOf('berth-four'), pathOf('varenyky-z-vyshniamy')]) {
  test(`Nothing is wider than the window: ${path}`, async ({ page }) => {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
  });
}

test('The keyboard reaches the content first', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
