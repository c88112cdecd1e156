import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { mailTo } from './giving-steps.ts';
import { plugInDevice } from './passkey-steps.ts';
import { ownAddress, signInByLink } from './signing-in-steps.ts';

test('somebody adds a passkey, signs in with it, and removes it again', async ({ page }) => {
  const address = ownAddress();
  await signInByLink(page, address);
  const { touch } = await plugInDevice(page);

  await page.goto('/account/sessions');
  await page.getByRole('link', { name: /passkeys/ }).click();
  await expect(page.getByText('You have none yet.')).toBeVisible();
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel('What to call it').fill('Pocket phone');
  await touch(true);
  await page.getByRole('button', { name: 'Add this device’s passkey' }).click();
  await expect(page.getByRole('status')).toContainText('The passkey is added');
  await expect(page.getByText('Pocket phone')).toBeVisible();
  await expectNoViolations(page);
  const told = await mailTo(address, /passkey was added/, 'passkey');
  expect(told.text).toContain('Pocket phone');

  // The same device has one now: it says so, and nothing changes.
  await page.getByRole('button', { name: 'Add this device’s passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('in your list already');
  await touch(false);

  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await page.goto('/sign-in?next=%2Faccount%2Fpayments');
  const use = page.getByRole('button', { name: 'Use a passkey' });
  await expect(use).toBeVisible();
  await expectNoViolations(page);
  await touch(true);
  await use.click();
  await expect(page).toHaveURL(/\/account\/payments$/);
  await page.goto('/account/sessions');
  await expect(page.getByText(/Signed in with a passkey/)).toBeVisible();

  await page.goto('/account/passkeys');
  await expect(page.getByText(/last used/)).toBeVisible();
  await page.getByRole('link', { name: 'Remove Pocket phone' }).click();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Remove this passkey' }).click();
  await expect(page.getByRole('status')).toContainText('The passkey is removed');

  // The device still offers it; here it opens nothing any more.
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await touch(false);
  await page.goto('/sign-in');
  await expect(use).toBeVisible();
  await touch(true);
  await use.click();
  await expect(page.getByText(/does not open an account here/)).toBeVisible();
  await expect(page.getByLabel('Mail address')).toBeVisible();
  await expectNoViolations(page);
});

test('without a script there is no passkey to press, and the page says why @nojs', async ({
  page,
  javaScriptEnabled,
}) => {
  await signInByLink(page, ownAddress());
  await page.goto('/account/passkeys');
  const why = page.getByText('needs JavaScript');
  if (javaScriptEnabled) await expect(why).toHaveCount(0);
  else await expect(why).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await page.goto('/sign-in');
  const use = page.getByRole('button', { name: 'Use a passkey' });
  if (javaScriptEnabled) await expect(use).toBeVisible();
  else await expect(use).toBeHidden();
});
