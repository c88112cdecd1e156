import { type Page, expect, test } from '@playwright/test';
import { expectNoViolations } from './accessibility-steps.ts';
import { cards, freshAddress, mailTo, payWith } from './giving-steps.ts';
import { signInByLink } from './signing-in-steps.ts';

/** Becomes a patron with 10 euros a month; the browser is signed in afterwards. */
async function becomePatron(page: Page, address: string, prefix = ''): Promise<void> {
  await page.goto(`${prefix}/join?currency=EUR`);
  await page.getByRole('radio', { name: /^(Patron|Меценат)$/ }).check();
  await page.getByRole('button', { name: /^(Become a patron|Стати патроном)/ }).click();
  await payWith(page, cards.works, address);
  await expect(page).toHaveURL(/\/thanks\/membership\//);
}

test.describe('A patron', { tag: '@nojs' }, () => {
  test('ends the membership in three clicks, is told what stays, and takes it back', async ({
    page,
  }) => {
    const address = freshAddress();
    await becomePatron(page, address);

    await page.goto('/account');
    await expect(page.getByText('€10 a month')).toBeVisible();
    await expect(page.getByText(/^€10 on \d/)).toBeVisible();
    await expect(page.getByText('Open for as long as your membership lasts.')).toBeVisible();

    await page.getByRole('link', { name: 'Manage the membership' }).click();
    await page.getByRole('link', { name: 'End my membership' }).click();
    await expect(page.getByText(/^It ends on \d/)).toBeVisible();
    await expect(page.getByText('Nothing will be charged any more.')).toBeVisible();
    await page.getByRole('radio', { name: 'It is too much for me at the moment' }).check();
    await page.getByRole('button', { name: /^End my membership on/ }).click();

    await expect(page).toHaveURL(/\/account\/membership$/);
    await expect(page.getByText(/^Your membership ends on/)).toBeVisible();
    await expect(page.getByText('None: nothing will be charged any more')).toBeVisible();
    await page.goto('/account');
    await expect(page.getByText(/^Open until .* when your membership ends\.$/)).toBeVisible();

    await page.goto('/account/membership/cancellation');
    await expect(page).toHaveURL(/\/account\/membership$/);
    await page.getByRole('button', { name: 'Continue my membership' }).click();
    await expect(page.getByText(/^Your membership goes on\. The next charge is on/)).toBeVisible();
    await expect(page.getByText(/^€10 on \d/)).toBeVisible();
  });

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

  test('gets a mail about the end, with the way back', async ({ page }) => {
    const address = freshAddress();
    await becomePatron(page, address);
    await page.goto('/account/membership/cancellation');
    await page.getByRole('button', { name: /^End my membership on/ }).click();
    await expect(page).toHaveURL(/\/account\/membership$/);
    const mailbox = process.env['E2E_MAILBOX_URL'] ?? '';
    const query = `to=${encodeURIComponent(address)}&subject=${encodeURIComponent('ends on')}&timeout=20000`;
    const mail = (await (await fetch(`${mailbox}/api/wait?${query}`)).json()) as { text: string };
    expect(mail.text).toContain('/account/membership');
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
