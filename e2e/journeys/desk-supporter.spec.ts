import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';
import { cards, expectStripe, freshAddress, payWith, stories } from './giving-steps.ts';

test.describe('The staff help somebody', { tag: '@nojs' }, () => {
  test('money is given back: how much, what that does, why; and it stands in the books', async ({
    page,
    browser,
    baseURL,
  }) => {
    const address = freshAddress();
    const reader = await browser.newContext({ baseURL });
    const theirs = await reader.newPage();
    await theirs.goto(stories.en.path);
    await theirs.getByLabel('Another amount').fill('31.20');
    await theirs.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(theirs, '€31.20');
    await payWith(theirs, cards.works, address);
    await expect(theirs.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();
    await reader.close();

    await enterDesk(page, browser, 'editor');
    await page.goto(`/admin/supporters?search=${encodeURIComponent(address)}`);
    await page.getByRole('rowheader').first().getByRole('link').click();
    const paid = page.getByRole('region', { name: 'Payments', exact: true });
    await paid
      .getByRole('link', { name: /^Payment / })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 2, name: '€31.20' })).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);

    await page.getByRole('link', { name: 'Give money back' }).click();
    await page.getByLabel('Amount to give back').fill('40');
    await page.getByRole('button', { name: 'See what it does' }).click();
    await expect(page.getByText('Less than that is left of this payment.')).toBeVisible();
    await page.getByLabel('Amount to give back').fill('25');
    await page.getByRole('button', { name: 'See what it does' }).click();
    await expect(page.getByText(/^The extras close for them/)).toBeVisible();
    await page.getByRole('button', { name: 'Give back €25' }).click();
    await expect(page.getByText('Say in a few words why.').first()).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByLabel('Why', { exact: true }).fill('They meant to give six euros.');
    await page.getByRole('button', { name: 'Give back €25' }).click();
    await expect(page.getByText(/^The money is on its way back/)).toBeVisible();
    const movements = page.getByRole('region', { name: 'What moved', exact: true });
    await expect(movements.getByRole('cell', { name: /^Refund/ })).toBeVisible();
    await page.getByRole('link', { name: 'Give money back' }).click();
    await expect(page.getByText(/€6\.20 can still go back/)).toBeVisible();

    // What happened is noted, told, and the receipt goes out once more.
    await page.goto(`/admin/supporters?search=${encodeURIComponent(address)}`);
    await page.getByRole('rowheader').first().getByRole('link').click();
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await expect(page.getByText('Write something first').first()).toBeVisible();
    await page.getByLabel('New note').fill('Rang: meant six euros, not thirty.');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await expect(page.getByText('The note is kept.')).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByText('Acts', { exact: true }).click();
    await expectNoViolations(page);
    await page.getByRole('link', { name: 'Mails', exact: true }).click();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page
      .getByRole('link', { name: /^Send “Receipt” of/ })
      .first()
      .click();
    await page.getByLabel('Why', { exact: true }).fill('They deleted the first one.');
    await page.getByRole('button', { name: 'Send it again' }).click();
    await expect(page.getByText('The mail goes out again now.')).toBeVisible();
    await page.getByRole('link', { name: 'Everything that happened' }).click();
    await expect(page.getByText('They meant to give six euros.')).toBeVisible();
    await expect(page.getByText('They deleted the first one.')).toBeVisible();
    await page.getByRole('navigation', { name: 'What to show' }).getByText('Notes').click();
    await expect(page.getByText('Rang: meant six euros, not thirty.')).toBeVisible();
    await expect(page.getByText('They deleted the first one.')).toHaveCount(0);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  });

  test('a membership is not ended without a reason', async ({ page, browser }) => {
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin/supporters?search=patron%40example.org');
    await page.getByRole('rowheader').first().getByRole('link').click();
    const owned = page.getByRole('region', { name: 'Memberships', exact: true });
    await expect(owned.getByRole('link', { name: 'Pause it' })).toBeVisible();
    await owned.getByRole('link', { name: 'End it' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'End a membership' })).toBeVisible();
    await page.getByRole('button', { name: 'End the membership' }).click();
    await expect(page.getByText('Say in a few words why.').first()).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);

    // Other terms are shown in Stripe's figures first, and nothing is charged without a reason.
    await page.goBack();
    await page.goBack();
    await owned.getByRole('link', { name: 'Change it' }).click();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByLabel('Amount').fill('1000000000');
    await page.getByRole('button', { name: 'See what it does' }).click();
    await expect(page.getByText('more than the newsroom takes').first()).toBeVisible();
    await page.getByLabel('How often').selectOption('yearly');
    await page.getByLabel('Amount').fill('');
    await page.getByRole('button', { name: 'See what it does' }).click();
    await expect(page.getByRole('heading', { name: 'What the change does' })).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: /^Change it/ }).click();
    await expect(page.getByText('Say in a few words why.').first()).toBeVisible();
    await expectNoViolations(page);
  });
});
