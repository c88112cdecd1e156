import { expect, test } from '@playwright/test';
import { expectNoViolations } from './accessibility-steps.ts';
import { cards, freshAddress, payWith, stories } from './giving-steps.ts';

test.describe('Axe finds nothing on the giving pages', () => {
  for (const path of [
    stories.en.path,
    stories.uk.path,
    '/donate',
    '/uk/donate',
    '/join',
    '/uk/join',
    '/campaigns/boat-for-the-delta',
  ]) {
    test(path, async ({ page }) => {
      await page.goto(path);
      await expectNoViolations(page);
    });
  }

  test('a form that comes back', async ({ page }) => {
    await page.goto('/donate?currency=EUR');
    await page.getByLabel('Another amount').fill('much');
    await page.getByRole('button', { name: /^Give|^Go on/ }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectNoViolations(page);
  });

  test('an order that waits, and the thanks', async ({ page }) => {
    await page.goto('/donate?currency=EUR');
    await page.getByRole('button', { name: /^Give/ }).click();
    await page.getByRole('link', { name: 'Back' }).click();
    await expectNoViolations(page);
    await page.getByRole('link', { name: 'Continue to payment' }).click();
    await payWith(page, cards.works, freshAddress());
    await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();
    await expectNoViolations(page);
  });
});

test('The whole ask can be used with the keyboard', async ({ page }) => {
  await page.goto(stories.en.path);
  await page.getByRole('radio', { name: 'Once' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Monthly' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: '€10' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '€20' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Another amount')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('€20.00').first()).toBeVisible();
});
