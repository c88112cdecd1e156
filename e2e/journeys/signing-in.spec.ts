import { expect, test } from '@playwright/test';
import { type Language, askToSignIn, ownAddress, signInByLink, words } from './signing-in-steps.ts';

for (const language of ['en', 'uk'] satisfies Language[]) {
  const say = words[language];

  test.describe(`Somebody signs in (${language})`, { tag: '@nojs' }, () => {
    test('by the link in the mail, which opens a page with a button', async ({ page }) => {
      const address = ownAddress();
      const { link } = await askToSignIn(page, address, language);
      await page.goto(link);
      await expect(page.getByText(address)).toBeVisible();
      await page.reload();
      await page.getByRole('main').getByRole('button', { name: say.confirm }).click();
      await expect(page).toHaveURL(new RegExp(`${say.prefix}/account$`));
      await expect(page.getByText(address).first()).toBeVisible();
    });

    test('by the code, in the browser that asked', async ({ page }) => {
      const { code } = await askToSignIn(page, ownAddress(), language);
      await page.getByLabel(say.code).fill(`${code.slice(0, 3)} ${code.slice(3)}`);
      await page.getByRole('main').getByRole('button', { name: say.signIn, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: say.account })).toBeVisible();
    });
  });
}

test.describe('Signing in', { tag: '@nojs' }, () => {
  test('works by link on another device, and leads to where one wanted to go', async ({
    page,
    browser,
  }) => {
    await page.goto('/account/payments');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount%2Fpayments$/);
    const { link } = await askToSignIn(page, ownAddress());
    const elsewhere = await browser.newContext();
    const phone = await elsewhere.newPage();
    await phone.goto(link);
    await phone.getByRole('button', { name: 'Sign me in' }).click();
    await expect(phone).toHaveURL(/\/account\/payments$/);
    await elsewhere.close();
  });

  test('says what is wrong with an address, and keeps what was typed', async ({ page }) => {
    await page.goto('/sign-in?next=%2Faccount%2Fsessions');
    await page.getByLabel('Mail address').fill('anna at example');
    await page.getByRole('button', { name: 'Send me a sign-in mail' }).click();
    await expect(page.getByText('That does not look like a mail address.')).toBeVisible();
    await expect(page.getByLabel('Mail address')).toHaveValue('anna at example');
    const { link } = await askToSignIn(page, ownAddress());
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign me in' }).click();
    await expect(page).toHaveURL(/\/account\/sessions$/);
  });

  test('with a wrong code says how many tries are left; the fifth ends it, the link still works', async ({
    page,
  }) => {
    const { code, link } = await askToSignIn(page, ownAddress());
    const wrong = code === '111111' ? '222222' : '111111';
    for (const left of ['4 more tries', '3 more tries', '2 more tries', 'One more try']) {
      await page.getByLabel('Six-digit code').fill(wrong);
      await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByText(left)).toBeVisible();
      await expect(page.getByLabel('Six-digit code')).toHaveValue(wrong);
    }
    await page.getByLabel('Six-digit code').fill(wrong);
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(
      page.getByRole('heading', { name: 'This code can’t be used any more' }),
    ).toBeVisible();
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign me in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  });

  test('with a link that was used, or that never was, shows a way on', async ({ page }) => {
    const { link } = await askToSignIn(page, ownAddress());
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign me in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
    await page.context().clearCookies();
    await page.goto(link);
    await expect(page.getByRole('heading', { name: 'This link has been used' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send me a new sign-in mail' })).toBeVisible();
    await page.goto(`/sign-in/link/${'x'.repeat(43)}`);
    await expect(page.getByRole('heading', { name: 'We don’t know this link' })).toBeVisible();
  });

  test('a code typed in a browser that did not ask leads to the link or a new mail', async ({
    page,
  }) => {
    await page.goto('/sign-in/code');
    await expect(
      page.getByRole('heading', { name: 'No code is waiting for this browser' }),
    ).toBeVisible();
    await expect(page.getByLabel('Mail address')).toBeVisible();
  });

  test('out ends the session here, and the account is closed', async ({ page }) => {
    await signInByLink(page, ownAddress());
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
    await page.goto('/account');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  });

  test('out everywhere ends sessions on the server: a cookie that was copied opens nothing', async ({
    page,
    browser,
  }) => {
    await signInByLink(page, ownAddress());
    const elsewhere = await browser.newContext();
    await elsewhere.addCookies(await page.context().cookies());
    const other = await elsewhere.newPage();
    await other.goto('/account/sessions');
    await expect(other.getByText('This browser')).toBeVisible();

    await page.goto('/account/sessions');
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
    await other.reload();
    await expect(other).toHaveURL(/\/sign-in\?next=%2Faccount%2Fsessions$/);
    await elsewhere.close();
  });
});
