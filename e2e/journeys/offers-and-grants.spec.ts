import { type Page, expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';
import { cards, expectStripe, freshAddress, mailTo, payWith, stories } from './giving-steps.ts';
import { signInByLink } from './signing-in-steps.ts';

/** A code that no other test uses. */
function freshCode(): string {
  return `E2E-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
}

async function openCodeField(page: Page): Promise<void> {
  await page.waitForLoadState();
  const isOpen = await page.getByRole('textbox', { name: 'Code' }).isVisible();
  if (!isOpen) await page.getByText('I have a code').click();
}

test.describe('Offers', { tag: '@nojs' }, () => {
  test('the owner makes a code; a reader types it wrong, then right, and sees the price before paying', async ({
    page,
    browser,
  }) => {
    const code = freshCode();
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin/offers');
    await page.getByRole('link', { name: 'Make an offer' }).click();
    await page.getByLabel('Name').fill(`Spring ${code}`);
    await page.getByRole('textbox', { name: 'Code' }).fill(code);
    await page.getByLabel('Per cent off').fill('500');
    await page.getByRole('radio', { name: 'Some months' }).check();
    await page.getByLabel('Months', { exact: true }).fill('3');
    await page.getByRole('checkbox', { name: 'Monthly' }).check();
    await page.getByRole('button', { name: 'Make the offer' }).click();
    await expect(page.getByRole('alert')).toContainText('Write a whole number from 1 to 100.');
    await expect(page.getByRole('textbox', { name: 'Code' })).toHaveValue(code);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByLabel('Per cent off').fill('50');
    await page.getByRole('button', { name: 'Make the offer' }).click();
    await expect(page.getByText('The offer is made.')).toBeVisible();
    await expect(page.getByText('50% off for 3 months').first()).toBeVisible();
    await expectNoViolations(page);

    const reader = await browser.newContext(test.info().project.use);
    const theirs = await reader.newPage();
    await theirs.goto(new URL('/join?currency=EUR', page.url()).href);
    await theirs.getByRole('radio', { name: 'Patron', exact: true }).check();
    await openCodeField(theirs);
    await theirs.getByRole('textbox', { name: 'Code' }).fill('NOT-A-CODE');
    await theirs.getByRole('button', { name: 'Use the code' }).click();
    await expect(theirs.getByText('We do not know this code.').first()).toBeVisible();
    await expect(theirs.getByRole('textbox', { name: 'Code' })).toHaveValue('NOT-A-CODE');
    await expectNoViolations(theirs);
    await theirs.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase());
    await theirs.getByRole('button', { name: 'Use the code' }).click();
    await expect(theirs.getByText('50% off for 3 months')).toBeVisible();
    await expect(theirs.getByText(/^€5 today and twice|^€5 today and 2 times more/)).toBeVisible();
    await expectNoViolations(theirs);
    await expectNoSidewaysScroll(theirs);
    await theirs.getByRole('radio', { name: 'Yearly' }).check();
    await theirs.getByRole('button', { name: /^Become a patron/ }).click();
    await expect(
      theirs.getByText('This code is not for the chosen interval.').first(),
    ).toBeVisible();
    await theirs.getByRole('radio', { name: 'Monthly' }).check();
    await theirs.getByRole('button', { name: /^Become a patron/ }).click();
    await expectStripe(theirs, '€5.00');
    await payWith(theirs, cards.works, freshAddress());
    await expect(theirs.getByText('You are now a patron')).toBeVisible();
    await theirs.goto(new URL('/account/membership', page.url()).href);
    await expect(theirs.getByText(/€5 on /).first()).toBeVisible();
    await reader.close();

    await page.getByRole('link', { name: `End Spring ${code}` }).click();
    await page.getByRole('button', { name: 'End the offer' }).click();
    await expect(page.getByText('The offer has ended.')).toBeVisible();
  });

  test('a link brings free days: nothing is paid today, and the extras are open', async ({
    page,
    browser,
  }) => {
    const code = freshCode();
    const desk = await browser.newPage();
    await enterDesk(desk, browser, 'owner');
    await desk.goto('/admin/offers/new');
    await desk.getByLabel('Name').fill(`Fourteen days ${code}`);
    await desk.getByRole('textbox', { name: 'Code' }).fill(code);
    await desk.getByRole('radio', { name: 'Free days', exact: true }).check();
    await desk.getByLabel('Days', { exact: true }).fill('14');
    await desk.getByRole('button', { name: 'Make the offer' }).click();
    await expect(desk.getByText('The offer is made.')).toBeVisible();
    await desk.close();

    await page.goto(`/join?code=${code}&currency=EUR&tier=patron`);
    await expect(page.getByText('The first 14 days free')).toBeVisible();
    await expect(page.getByText(/^Free until .* then €10 a month\./)).toBeVisible();
    await page.getByRole('button', { name: /^Become a patron/ }).click();
    await expectStripe(page, '€0.00');
    await payWith(page, cards.works, freshAddress());
    await expect(page.getByText('You are now a patron')).toBeVisible();
    await page.goto(stories.en.path);
    await expect(page.getByText(stories.en.inExtra)).toBeVisible();
    await page.goto('/account/membership');
    await expect(page.getByText(/€10 on /).first()).toBeVisible();
  });
});

test(
  'an editor gives access to a source, who opens an extra; taken back, it is closed',
  {
    tag: '@nojs',
  },
  async ({ page, browser }) => {
    const address = freshAddress();
    await enterDesk(page, browser, 'editor');
    await page.goto('/admin/grants/new');
    await page.getByLabel('E-mail address').fill('not an address');
    await page.getByLabel('Reason').fill('A source of the red paint story');
    await page.getByRole('button', { name: 'Give access' }).click();
    await expect(page.getByRole('alert')).toContainText('Write an e-mail address');
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByLabel('E-mail address').fill(address);
    await page.getByLabel('Tier').selectOption('patron');
    await page.getByRole('button', { name: 'Give access' }).click();
    await expect(page.getByText('Access is given, and a mail says so.')).toBeVisible();
    await expectNoViolations(page);
    await mailTo(address, /opened its extras to you/);

    const reader = await browser.newContext(test.info().project.use);
    const theirs = await reader.newPage();
    await theirs.goto(new URL('/sign-in', page.url()).href);
    await signInByLink(theirs, address);
    await theirs.goto(new URL(stories.en.path, page.url()).href);
    await expect(theirs.getByText(stories.en.inExtra)).toBeVisible();

    await page.getByRole('link', { name: `Take back ${address}` }).click();
    await page.getByLabel('Why it is taken back').fill('The story is out');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByText('Access is taken back.')).toBeVisible();
    await theirs.reload();
    await expect(theirs.getByText(stories.en.inExtra)).toHaveCount(0);
    await reader.close();
  },
);
