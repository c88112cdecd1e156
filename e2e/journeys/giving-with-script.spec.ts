import { expect, test } from '@playwright/test';
import { cards, expectStripe, freshAddress, payWith, stories } from './giving-steps.ts';

test.describe('With the page’s small script', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(stories.en.path);
  });

  test('the button says the sum, and nothing jumps when a choice changes', async ({ page }) => {
    const button = page.getByRole('button', { name: /^Give/ });
    await expect(button).toHaveText('Give €25 once');
    const place = () => button.evaluate((one) => one.getBoundingClientRect().top + scrollY);
    const before = await place();
    await page.getByRole('radio', { name: 'Monthly' }).check();
    await expect(button).toHaveText('Give €10 monthly');
    await page.getByLabel('Another amount').fill('7,50');
    await expect(button).toHaveText('Give €7.50 monthly');
    expect(await place()).toBe(before);
    await page.getByRole('radio', { name: '€20' }).check();
    await expect(button).toHaveText('Give €20 monthly');
    await expect(page.getByLabel('Another amount')).toHaveValue('');
  });

  test('a double click, or the back button and the same choice, makes one order', async ({
    page,
  }) => {
    await page.getByRole('button', { name: /^Give/ }).dblclick();
    await expectStripe(page, '€25.00');
    const first = page.url();
    await page.goBack();
    await page.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(page, '€25.00');
    expect(page.url()).toBe(first);
  });

  test('the last article of the visit is credited to a gift from the donate page', async ({
    page,
  }) => {
    await expect(page.getByRole('button', { name: 'Give €25 once' })).toBeVisible();
    await page.goto('/donate');
    await page.getByRole('button', { name: /^Give/ }).click();
    await payWith(page, cards.works, freshAddress());
    await expect(page.getByRole('link', { name: /^Back to: Eleven million/ })).toBeVisible();
  });
});

test.describe('A reader whose browser speaks of another country', () => {
  test.use({ locale: 'en-US' });

  test('is offered their currency, and chooses for themselves', async ({ page }) => {
    await page.goto(stories.en.path);
    const button = page.getByRole('button', { name: /^Give/ });
    await expect(button).toHaveText('Give €25 once');
    await page.getByRole('button', { name: 'Use USD?' }).click();
    await expect(button).toHaveText('Give US$25 once');
    await button.click();
    await expectStripe(page, '$25.00');
  });
});
