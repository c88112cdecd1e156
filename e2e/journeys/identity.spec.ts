import fs from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';
import { cards, payWith } from './giving-steps.ts';
import { ownAddress, signInByLink } from './signing-in-steps.ts';

/** The first address of ours in the first mail to somebody whose subject has these words. */
async function linkIn(address: string, subject: string): Promise<string> {
  const mailbox = process.env['E2E_MAILBOX_URL'] ?? '';
  const query = `to=${encodeURIComponent(address)}&subject=${encodeURIComponent(subject)}`;
  const answer = await fetch(`${mailbox}/api/wait?${query}&timeout=20000`);
  expect(answer.status, `a mail to ${address} about ${subject}`).toBe(200);
  const { text } = (await answer.json()) as { text: string };
  return /^http\S+\/(?:links\/email-change|sign-in\/link)\/\S+$/m.exec(text)?.[0] ?? '';
}

/** Signs in somebody who has had other mails before: by the words of the subject. */
async function signInAfterGiving(page: Page, address: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('Mail address').fill(address);
  await page.getByRole('button', { name: 'Send me a sign-in mail' }).click();
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await page.goto(await linkIn(address, 'sign-in code'));
  await page.getByRole('main').getByRole('button', { name: 'Sign me in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
}

async function give(page: Page, address: string | null): Promise<void> {
  await page.goto('/donate');
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Give / })
    .click();
  await payWith(page, cards.works, address);
  await expect(page).toHaveURL(/\/thanks\/donation\//);
}

test.describe('A supporter', { tag: '@nojs' }, () => {
  test('changes the mail address by agreeing in both mailboxes, or stops it from one', async ({
    page,
    browser,
  }) => {
    const [first, second, third] = [ownAddress(), ownAddress(), ownAddress()];
    await signInByLink(page, first);
    await page.getByRole('link', { name: 'Your details' }).click();
    await page.getByRole('link', { name: 'Change the mail address' }).click();
    await page.getByLabel('New mail address').fill('nobody');
    await page.getByRole('button', { name: 'Send both mails' }).click();
    await expect(page.getByText('That does not look like a mail address.')).toBeVisible();
    await expect(page.getByLabel('New mail address')).toHaveValue('nobody');
    await page.getByLabel('New mail address').fill(second);
    await page.getByRole('button', { name: 'Send both mails' }).click();
    await expect(page.getByText('not confirmed yet')).toHaveCount(2);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);

    const elsewhere = await browser.newContext();
    const mailbox = await elsewhere.newPage();
    await mailbox.goto(await linkIn(first, 'change of your mail address'));
    await expect(mailbox.getByText(second)).toBeVisible();
    await mailbox.getByRole('button', { name: 'Confirm the change' }).click();
    await expect(mailbox.getByText('This mailbox has confirmed')).toBeVisible();
    const link = await linkIn(second, 'is this your new mail address');
    await mailbox.goto(link);
    await mailbox.getByRole('button', { name: 'Confirm the change' }).click();
    await expect(
      mailbox.getByRole('heading', {
        level: 1,
        name: 'Your mail address is changed',
      }),
    ).toBeVisible();
    await expectNoViolations(mailbox);
    await page.goto('/account/profile');
    await expect(page.getByText(second)).toBeVisible();

    await page.goto('/account/profile/email');
    await page.getByLabel('New mail address').fill(third);
    await page.getByRole('button', { name: 'Send both mails' }).click();
    await mailbox.goto(await linkIn(second, 'change of your mail address'));
    await mailbox.getByRole('button', { name: 'Stop the change' }).click();
    await expect(mailbox.getByRole('heading', { level: 1, name: 'Stopped' })).toBeVisible();
    await page.goto('/account/profile');
    await expect(page.getByText(third)).toBeHidden();
    await elsewhere.close();
  });

  test('is named on receipts, takes everything along, and is erased', async ({ page }) => {
    const address = ownAddress();
    await give(page, address);
    await signInAfterGiving(page, address);
    await page.goto('/account/profile');
    await page.getByLabel('Name').fill('Olena Reader');
    await page.getByLabel('Postal address').fill('3 River Street\n01001 Kyiv');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.goto('/account/payments');
    await page
      .getByRole('link', { name: /^Receipt/ })
      .first()
      .click();
    await expect(page.getByText('3 River Street')).toBeVisible();

    await page.goto('/account/privacy');
    await expectNoViolations(page);
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the file' }).click();
    const file = await (await waiting).path();
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({
      format: 'masthead-personal-data',
      profile: { email: address, name: 'Olena Reader' },
      donations: [{ status: 'paid' }],
      receipts: [{}],
    });

    await page.getByRole('link', { name: 'See what goes and what stays' }).click();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Erase everything about me' }).click();
    const tick = page.getByLabel('I understand that this can’t be undone');
    await expect(page.getByText('Tick the box to confirm.')).toBeVisible();
    await tick.check();
    await page.getByRole('button', { name: 'Erase everything about me' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'It is done' })).toBeVisible();
    await page.goto('/account/privacy');
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  });
});

test('The staff make two supporters one, who signs in with either address', async ({
  page,
  browser,
}) => {
  const [kept, merged] = [ownAddress(), ownAddress()];
  const reader = await browser.newContext();
  const readerPage = await reader.newPage();
  await give(readerPage, merged);
  const other = await browser.newContext();
  await give(await other.newPage(), kept);
  await enterDesk(page, browser, 'owner');
  await page.goto(`/admin/supporters?search=${kept}`);
  await page.getByRole('main').getByText(kept).first().waitFor();
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.getByText('Acts', { exact: true }).click();
  await page.getByRole('link', { name: 'Merge with another' }).click();
  await page.getByRole('searchbox').last().fill(merged);
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: /^Choose / }).click();
  await expect(page.getByRole('heading', { name: 'What happens' })).toBeVisible();
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Merge them' }).click();
  await expect(page.getByText('Say how you know.')).toBeVisible();
  await page.getByLabel('How do you know that they are one person?').fill('Wrote from both');
  await page.getByRole('button', { name: 'Merge them' }).click();
  await expect(page.getByText('The two are one now.')).toBeVisible();
  await signInAfterGiving(readerPage, merged);
  await readerPage.goto('/account/payments');
  await expect(readerPage.getByRole('link', { name: /^Receipt/ })).toHaveCount(2);
  await reader.close();
  await other.close();
});
