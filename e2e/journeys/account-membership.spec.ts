import { expect, test } from '@playwright/test';
import { expectNoViolations } from './accessibility-steps.ts';
import { freshAddress, mailTo } from './giving-steps.ts';
import { becomePatron } from './leaving-steps.ts';
import { signInByLink } from './signing-in-steps.ts';

test.describe('A patron', { tag: '@nojs' }, () => {
  test('reads the same in Ukrainian', async ({ page }) => {
    await becomePatron(page, freshAddress(), '/uk');
    await page.goto('/uk/account/membership');
    await expect(page.getByRole('heading', { name: 'Ваше членство' })).toBeVisible();
    await page.getByRole('link', { name: 'Припинити членство' }).click();
    await page.getByRole('button', { name: /^Припинити членство / }).click();
    await expect(page.getByText(/^Ваше членство завершиться/)).toBeVisible();
    await page.getByRole('button', { name: 'Продовжити членство' }).click();
    await expect(page.getByText(/^Ваше членство триває/)).toBeVisible();
  });

  test('finds the receipt of the first payment, with the newsroom’s legal identity', async ({
    page,
  }) => {
    const address = freshAddress();
    await becomePatron(page, address);
    await page.goto('/account/payments');
    await page.getByRole('link', { name: /^Receipt of/ }).click();
    const receipt = page.getByRole('article');
    await expect(receipt.getByText('€10.00').first()).toBeVisible();
    await expect(receipt.getByText('Membership “Patron”, monthly')).toBeVisible();
    await expect(receipt.getByText(address)).toBeVisible();
    await expect(receipt.getByText('Registration')).toBeVisible();
  });
});

test(
  'Somebody who has given nothing is invited, and sees no dead ends',
  { tag: '@nojs' },
  async ({ page }) => {
    const address = freshAddress();
    await signInByLink(page, address);
    await expect(page.getByText(`No support has been given with ${address}.`)).toBeVisible();
    await page.goto('/account/payments');
    await expect(page.getByText('No payments yet')).toBeVisible();
    await page.goto('/account/membership');
    await page.getByRole('link', { name: 'See the memberships' }).click();
    await expect(page).toHaveURL(/\/join$/);
  },
);

test('Nobody opens another person’s receipt', { tag: '@nojs' }, async ({ page, browser }) => {
  await becomePatron(page, freshAddress());
  await page.goto('/account/payments');
  await page.getByRole('link', { name: /^Receipt of/ }).click();
  const stranger = await (await browser.newContext()).newPage();
  await signInByLink(stranger, freshAddress());
  const answer = await stranger.goto(page.url());
  expect(answer?.status()).toBe(404);
  await stranger.context().close();
});

test('A mail’s language is a choice of its own', { tag: '@nojs' }, async ({ page }) => {
  await signInByLink(page, freshAddress());
  await page.goto('/account/sessions');
  await page.getByRole('radio', { name: 'Ukrainian' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Ukrainian' })).toBeChecked();
});

test.describe('On the account’s and the sign-in pages', () => {
  test('axe finds nothing, signed in', async ({ page }) => {
    test.slow();
    const address = freshAddress();
    await becomePatron(page, address);
    await mailTo(address, /./);
    for (const path of ['', '/membership', '/membership/cancellation', '/payments', '/sessions']) {
      await page.goto(`/account${path}`);
      await expectNoViolations(page);
    }
    await page.goto('/uk/account/payments');
    await page.getByRole('link', { name: /^Квитанція/ }).click();
    await expectNoViolations(page);
  });

  test('axe finds nothing, signed out', async ({ page }) => {
    for (const path of ['/sign-in', '/uk/sign-in', '/sign-in/code', '/sign-in/link/unknown']) {
      await page.goto(path);
      await expectNoViolations(page);
    }
  });
});
