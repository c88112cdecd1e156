import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';
import { freshAddress, mailTo } from './giving-steps.ts';

test(
  'an owner invites somebody by mail, who enters the desk; then changes their role, and shows them out',
  {
    tag: '@nojs',
  },
  async ({ page, browser }) => {
    const address = freshAddress();
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin/staff');
    await page.getByRole('link', { name: 'Invite somebody' }).click();
    await page.getByLabel('Their email address').fill('nobody');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose a role.');
    await expect(page.getByLabel('Their email address')).toHaveValue('nobody');
    await expectNoViolations(page);
    await page.getByLabel('Their email address').fill(address);
    await page.getByRole('radio', { name: /^Analyst/ }).check();
    await page.getByRole('textbox', { name: 'Why?' }).fill('Begins on Monday');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(page.getByText('The invitation is on its way.')).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);

    const { text } = await mailTo(address, /You are invited to the desk/);
    const link = /^http\S+\/links\/staff\/\S+$/m.exec(text)?.[0] ?? '';
    const context = await browser.newContext(test.info().project.use);
    const theirs = await context.newPage();
    await theirs.goto(link);
    await expect(theirs.getByText(`For ${address}.`)).toBeVisible();
    await expectNoViolations(theirs);
    await theirs.getByRole('button', { name: 'Accept and open the desk' }).click();
    await expect(theirs).toHaveURL(/\/admin$/);
    await expect(theirs.getByRole('link', { name: 'Support', exact: true })).toBeVisible();
    expect((await theirs.goto('/admin/staff'))?.status()).toBe(404);
    await theirs.goto(link);
    await expect(theirs.getByText('This invitation has been accepted.')).toBeVisible();

    await page.goto('/admin/staff');
    await page.getByRole('link', { name: `Change role ${address}` }).click();
    await page.getByRole('radio', { name: /^Editor/ }).check();
    await page.getByRole('textbox', { name: 'Why?' }).fill('Writes as well');
    await page.getByRole('button', { name: 'Change the role' }).click();
    await expect(page.getByText('The role is changed.')).toBeVisible();
    expect((await theirs.goto('/admin/asks/new'))?.status()).toBe(200);
    await page.getByRole('link', { name: `Remove ${address}` }).click();
    await page.getByRole('textbox', { name: 'Why?' }).fill('Has left');
    await page.getByRole('button', { name: 'Remove from the staff' }).click();
    await expect(page.getByText('every session of theirs has ended')).toBeVisible();
    await theirs.goto('/admin');
    await expect(theirs).toHaveURL(/\/sign-in\?next=/);
    await context.close();
  },
);

test(
  'the audit log tells who did what and why, is searched by keyboard, and goes into a file',
  { tag: '@keyboard' },
  async ({ page, browser }) => {
    const why = `Because ${crypto.randomUUID()}`;
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin/staff/new');
    await page.getByLabel('Their email address').fill(freshAddress());
    await page.getByRole('radio', { name: /^Editor/ }).check();
    await page.getByRole('textbox', { name: 'Why?' }).fill(why);
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.goto('/admin/audit');
    await page.getByRole('searchbox', { name: 'Reason, or a whole id' }).focus();
    await page.keyboard.type(why);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/text=Because/);
    await page.waitForLoadState();
    const rows = page.getByRole('table', { name: 'Audit log' }).locator('tbody tr');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Invited to the staff');
    await expect(rows.locator('ins')).toContainText('editor');
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    const file = await page.request.get(`/admin/audit.csv${new URL(page.url()).search}`);
    expect(await file.text()).toContain(why);
    await page.goto(`/uk/admin/audit?text=${encodeURIComponent(why)}`);
    await page.waitForLoadState();
    await expect(page.getByText('Запрошено до команди').last()).toBeVisible();
    await expectNoViolations(page);
  },
);
