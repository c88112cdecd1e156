import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';

test.describe('What the newsroom asks for, and who it is', { tag: '@nojs' }, () => {
  test('an owner sees whom a dearer tier concerns before it is, and what Stripe lacks', async ({
    page,
    browser,
  }) => {
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin/tiers');
    await page.getByRole('link', { name: 'Change prices' }).first().click();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    const month = page.getByLabel('A month, EUR');
    await month.fill('nothing');
    await page.getByRole('button', { name: 'See what that means' }).click();
    await expect(page.getByRole('alert')).toContainText('Give an amount above nothing');
    await page.getByLabel('A month, EUR').fill('4');
    await page.getByLabel('are moved to the new minimum, with notice').check();
    await page.getByRole('button', { name: 'See what that means' }).click();
    await expect(page.getByRole('heading', { name: 'What that means' })).toBeVisible();
    await expect(page.getByText('They get a notice of 30 days.')).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    // Nothing is set without a reason.
    await page.getByRole('button', { name: 'Set these prices' }).click();
    await expect(page.getByText('Say why, in at most 500 characters.').first()).toBeVisible();

    await page.goto('/admin/connections');
    await expect(page.getByRole('region', { name: 'Stripe' }).first()).toContainText('Account');
    // The sandbox knows the product's endpoint by the product's own address.
    const endpoint = page.getByRole('row').filter({ hasText: 'Webhook endpoint' });
    await expect(endpoint).toContainText('In order');
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  });

  test('an owner changes amounts by keyboard alone, and looks at an example receipt', async ({
    page,
    browser,
  }) => {
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin/amounts/NZD');
    await page.getByLabel('Suggestions').first().focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('15 30 60');
    for (let tabs = 0; tabs < 3; tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('30');
    await page.getByLabel('Why?').focus();
    await page.keyboard.type('Readers asked for it');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toContainText('The amounts in NZD have been saved.');
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.goto('/donate?currency=NZD');
    await expect(page.getByRole('radio', { name: /60/ })).toBeAttached();

    await page.goto('/admin/settings');
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    const answer = await page.request.get('/admin/settings/receipt-example.pdf?legalName=Example');
    expect(answer.headers()['content-type']).toBe('application/pdf');
    await page.getByLabel('Legal name').fill('');
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await expect(page.getByRole('alert')).toContainText('Give the legal name');
  });
});
