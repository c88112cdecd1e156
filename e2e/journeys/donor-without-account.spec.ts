import { type Browser, type Page, expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { cards, freshAddress, payWith, stories } from './giving-steps.ts';
import { signInByLink } from './signing-in-steps.ts';

/** Gives 25 euros once in a browser of its own, which is closed afterwards. */
async function giveInAnotherBrowser(
  browser: Browser,
  address: string,
  then: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(stories.en.path);
  await page.getByRole('button', { name: /^Give/ }).click();
  await payWith(page, cards.works, address);
  await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();
  await then(page);
  await context.close();
}

test(
  'A donor who never made an account signs in, finds every gift, and goes on monthly in one step',
  { tag: '@nojs' },
  async ({ page, browser }) => {
    test.slow();
    const address = freshAddress();
    await giveInAnotherBrowser(browser, address, async (first) => {
      // The address is new, so this browser is let in, and may go on at once.
      await expect(first.getByRole('button', { name: 'Give €2 each month' })).toBeVisible();
    });
    await giveInAnotherBrowser(browser, address, async (second) => {
      // Somebody has this address already: nothing of theirs is shown for having typed it.
      await expect(second.getByText('Make it regular')).toBeHidden();
      await second.goto('/account');
      await expect(second).toHaveURL(/\/sign-in/);
    });

    await signInByLink(page, address);
    await page.goto('/account/payments');
    await expect(page.getByRole('link', { name: /^Receipt of/ })).toHaveCount(2);
    await page.getByRole('link', { name: 'Yearly statements' }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^20\d\d/ })
      .click();
    const sheet = page.getByRole('article');
    await expect(sheet.getByRole('row', { name: /One-time donation.*€25\.00/ })).toHaveCount(2);
    await expect(sheet.getByRole('row', { name: /^EUR €50\.00/ })).toBeVisible();

    await page.goto('/account');
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'Choose another amount' }).click();
    await expect(page.getByRole('radio', { name: 'Monthly' })).toBeChecked();
    await expect(page.getByRole('radio', { name: 'Friend' })).toBeChecked();

    await page.goto('/account');
    await page.getByRole('button', { name: /^Give €\d+ each month$/ }).click();
    await payWith(page, cards.works, null);
    await expect(page).toHaveURL(/\/thanks\/membership\//);
    await page.goto('/account');
    await expect(page.getByText('€6 a month')).toBeVisible();
    await expect(page.getByText('Make it regular')).toBeHidden();
  },
);

test('Axe finds nothing where a donor is asked to go on monthly', async ({ page }) => {
  await page.goto(stories.en.path);
  await page.getByRole('button', { name: /^Give/ }).click();
  await payWith(page, cards.works, freshAddress());
  await expect(page.getByRole('heading', { name: 'Make it regular' })).toBeVisible();
  await expectNoViolations(page);
  await page.goto('/account');
  await expectNoViolations(page);
  await page.goto('/account/payments');
  await page.getByRole('link', { name: /^Receipt of/ }).click();
  await expect(page.getByRole('heading', { name: 'Make it regular' })).toBeVisible();
  await expectNoViolations(page);
});
