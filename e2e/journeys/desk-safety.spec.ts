import { type Locator, type Page, expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';
import { freshAddress, mailTo } from './giving-steps.ts';
import { plugInDevice } from './passkey-steps.ts';
import { askToSignIn } from './signing-in-steps.ts';

const looks = {
  phone: { size: { width: 360, height: 740 }, colorScheme: 'dark' },
  desk: { size: { width: 1440, height: 900 }, colorScheme: 'light' },
} as const;

/** The page is in order at a phone's width by night, or at a desk's by day. */
async function lookAt(page: Page, by: keyof typeof looks): Promise<void> {
  const { size, colorScheme } = looks[by];
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
}

/** By keyboard alone. */
async function press(target: Locator): Promise<void> {
  await target.focus();
  await target.page().keyboard.press('Enter');
}

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test(
  'the staff are asked for a passkey: an owner adds one, confirms with it, and another resets it',
  { tag: '@keyboard' },
  async ({ page, browser }) => {
    test.setTimeout(120_000);
    const address = freshAddress();
    const desk = await browser.newContext(test.info().project.use);
    const other = await desk.newPage();
    await enterDesk(other, browser, 'owner');
    await other.goto('/admin/staff/new');
    await other.getByLabel('Their email address').fill(address);
    await other.getByRole('radio', { name: /^Owner/ }).check();
    await other.getByRole('textbox', { name: 'Why?' }).fill('Shares the keys');
    await press(other.getByRole('button', { name: 'Send the invitation' }));
    await expect(other.getByText('The invitation is on its way.')).toBeVisible();
    const { text } = await mailTo(address, /You are invited to the desk/);
    await page.goto(/^http\S+\/links\/staff\/\S+$/m.exec(text)?.[0] ?? '');
    await press(page.getByRole('button', { name: 'Accept and open the desk' }));
    await expect(page).toHaveURL(/\/admin$/);

    const { touch } = await plugInDevice(page);
    await page.goto('/admin/staff');
    await press(page.getByRole('link', { name: 'Ask the staff for a passkey' }));
    await lookAt(page, 'phone');
    await press(page.getByRole('link', { name: 'Confirm with a passkey' }));
    await lookAt(page, 'desk');
    await press(page.getByRole('link', { name: 'Add a passkey' }));
    await touch(true);
    await press(page.getByRole('button', { name: 'Add this device’s passkey' }));
    await expect(page.getByRole('status')).toContainText('The passkey is added');
    await touch(false);
    await lookAt(page, 'phone');
    await press(page.getByRole('link', { name: 'Go on to where you were going' }));
    const use = page.getByRole('button', { name: 'Use a passkey' });
    await expect(use).toBeVisible();
    await lookAt(page, 'desk');
    await touch(true);
    await press(use);
    await expect(page).toHaveURL(/\/admin\/staff\/confirmation$/);
    await touch(false);
    await press(page.getByRole('button', { name: 'Ask the staff for a passkey' }));
    await expect(page.getByRole('alert')).toContainText('Enter a day.');
    await lookAt(page, 'phone');
    await page.getByLabel('Last day for those without a passkey').fill(inDays(30));
    await page.getByRole('textbox', { name: 'Why?' }).fill('Mailboxes are stolen');
    await press(page.getByRole('button', { name: 'Ask the staff for a passkey' }));
    await expect(page.getByText('From now on the staff are asked for a passkey.')).toBeVisible();
    await lookAt(page, 'desk');

    // The mail alone is not enough any more.
    await page.context().clearCookies();
    await page.goto((await askToSignIn(page, address)).link);
    await press(page.getByRole('main').getByRole('button', { name: 'Sign me in' }));
    await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
    await page.goto('/admin/audit');
    await expect(page).toHaveURL(/\/admin\/confirmation\?next=/);
    await touch(true);
    await press(use);
    await expect(page).toHaveURL(/\/admin\/audit$/);
    await touch(false);

    // Those without one still have time, and are told until when; one of them sees to a lost device.
    await other.goto('/admin/staff');
    await expect(other.getByText('Without one the desk opens to you until')).toBeVisible();
    await lookAt(other, 'phone');
    await press(other.getByRole('link', { name: `Reset ${address}` }));
    await lookAt(other, 'desk');
    await other.getByRole('textbox', { name: 'Why?' }).fill('Lost on a train');
    await press(other.getByRole('button', { name: 'Reset the passkeys' }));
    await expect(other.getByText('The passkeys are removed')).toBeVisible();
    await mailTo(address, /Your passkeys at .* were reset/, 'reset');
    await page.goto('/admin');
    await expect(page).toHaveURL(/\/sign-in\?next=/);

    // Signed in by mail, with a new one, the rule can be ended again.
    await page.goto((await askToSignIn(page, address)).link);
    await press(page.getByRole('main').getByRole('button', { name: 'Sign me in' }));
    await expect(page).toHaveURL(/\/admin$/);
    await press(page.getByRole('link', { name: 'Add a passkey' }));
    await touch(true);
    await press(page.getByRole('button', { name: 'Add this device’s passkey' }));
    await expect(page.getByRole('status')).toContainText('Your passkey is added');
    await lookAt(page, 'phone');
    await press(use);
    await expect(page).toHaveURL(/\/admin$/);
    await page.goto('/admin/staff/confirmation/end');
    await lookAt(page, 'desk');
    await page.getByRole('textbox', { name: 'Why?' }).fill('It was an exercise');
    await press(page.getByRole('button', { name: 'Stop asking for a passkey' }));
    await expect(page.getByText('The staff are no longer asked for a passkey.')).toBeVisible();
    await desk.close();
  },
);

test(
  'an owner sees whether mail goes out, from the server to the domain’s records',
  { tag: '@nojs' },
  async ({ page, browser }) => {
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin/connections');
    await page.getByRole('link', { name: 'Check the server and the DNS' }).click();
    await expect(page.getByRole('heading', { name: 'Check of outgoing mail' })).toBeVisible();
    await expect(page.getByText('It answered and would take our mail.')).toBeVisible();
    await expect(page.getByRole('rowheader', { name: /^SPF/ })).toContainText('reserved for tests');
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    const selector = page.getByLabel('DKIM selector');
    await selector.focus();
    await page.keyboard.type('not one!');
    await page.keyboard.press('Enter');
    await expect(selector).toHaveValue('not one!');
    await expect(selector).toHaveAccessibleDescription(/Letters, digits, hyphens and dots only/);
    await expectNoViolations(page);
    await selector.fill('s1');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^s1\._domainkey\./)).toBeVisible();
    await page.goto('/uk/admin/connections/mail-check');
    await expect(page.getByRole('rowheader', { name: /^SPF/ })).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  },
);
