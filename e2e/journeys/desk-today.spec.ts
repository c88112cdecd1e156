import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';
import { expectStripe, freshAddress, payWith, stories } from './giving-steps.ts';

const disputedCard = '4000000000000259';
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3]);

test.describe('What waits today', () => {
  test(
    'a disputed payment is taken on, answered with a file, and won',
    { tag: '@nojs' },
    async ({ page, browser, baseURL }) => {
      const address = freshAddress();
      // Others dispute at the same time: this one is known by its amount.
      const euros = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
      const typed = `1${String(100 + (euros % 900))}.${String(10 + (euros % 90))}`;
      const shown = `€1,${typed.slice(1)}`;
      const reader = await browser.newContext({ baseURL });
      const theirs = await reader.newPage();
      await theirs.goto(stories.en.path);
      await theirs.getByLabel('Another amount').fill(typed);
      await theirs.getByRole('button', { name: /^Give/ }).click();
      await expectStripe(theirs, shown);
      await payWith(theirs, disputedCard, address);
      await expect(theirs.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();
      await reader.close();

      await enterDesk(page, browser, 'owner');
      const item = page.getByRole('article', { name: /^Dispute/ }).filter({ hasText: shown });
      await expect
        .poll(
          async () => {
            await page.goto('/admin/today?kind=dispute');
            return item.count();
          },
          { timeout: 30_000 },
        )
        .toBeGreaterThan(0);
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await item
        .first()
        .getByRole('button', { name: /^I’ll take it/ })
        .click();
      await expect(page.getByText('Kept.', { exact: true })).toBeVisible();
      await expect(item.first()).toContainText('In hand, mine');

      await item.first().getByRole('heading').getByRole('link').click();
      await expect(page.getByRole('heading', { level: 1, name: 'Dispute' })).toBeVisible();
      await expect(page.getByLabel('Mail address of the payer')).not.toHaveValue('');
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      const file = { name: 'letters.txt', mimeType: 'text/plain', buffer: Buffer.from('Hello') };
      await page.getByLabel('Anything else').fill('winning_evidence');
      await page.getByLabel('Letters with the payer').setInputFiles(file);
      await page.getByRole('button', { name: 'Save as a draft' }).click();
      await expect(page.getByRole('alert')).toContainText('This is no PDF, JPEG or PNG.');
      await expect(page.getByLabel('Anything else')).toHaveValue('winning_evidence');
      await expectNoViolations(page);
      await page
        .getByLabel('Letters with the payer')
        .setInputFiles({ name: 'letters.png', mimeType: 'image/png', buffer: png });
      await page.getByLabel('Attach the receipt that we sent').check();
      await page.getByRole('button', { name: 'Save as a draft' }).click();
      await expect(page.getByText('The draft is saved, here and at Stripe.')).toBeVisible();
      await expect(page.getByText('“letters.png” is at Stripe.')).toBeVisible();

      await page.getByRole('button', { name: 'Save and go on to sending' }).click();
      await page.getByRole('button', { name: 'Send it for good' }).click();
      await expect(page.getByRole('alert')).toContainText('Say why, in a few words.');
      await page.getByLabel('Why? For the audit log.').fill('She wrote to us about the gift.');
      await expectNoViolations(page);
      await page.getByRole('button', { name: 'Send it for good' }).click();
      await expect(page.getByText('The answer is on its way to the bank.')).toBeVisible();
      await expect
        .poll(
          async () => {
            await page.reload();
            return page.locator('.state').first().innerText();
          },
          { timeout: 30_000 },
        )
        .toBe('Won');
      await expect(page.getByText('winning_evidence')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Save as a draft' })).toHaveCount(0);
      await page.goto('/admin/disputes?state=decided');
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    },
  );

  test(
    'by keyboard alone, something gets a state and a note for the colleagues',
    { tag: '@keyboard' },
    async ({ page, browser }) => {
      await enterDesk(page, browser, 'editor');
      await page.goto('/uk/admin/today');
      await page.waitForLoadState();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      // Of the demo's own: no other test settles these. On a phone and a desktop at once, each its own.
      const item = page
        .getByRole('article', { name: /^Неуспішний платіж/ })
        .nth(test.info().project.name === 'desktop' ? -2 : -1);
      const name = (await item.getAttribute('aria-label')) ?? '';
      await item.locator('summary').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      // From the first one: it may have a state already.
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Чекаю на відповідь');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Збережено.', { exact: true })).toBeVisible();
      const kept = page.getByRole('article', { name, exact: true });
      await expect(kept.first()).toContainText('Чекає на відповідь');
      await expect(kept.first()).toContainText('Чекаю на відповідь');
    },
  );
});
