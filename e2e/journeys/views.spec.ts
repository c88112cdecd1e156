import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';

test.describe('Saved views and the weekly digest', () => {
  test(
    'a report is kept for everyone under a name, opened from its menu, renamed and deleted; a figure leads to its people',
    { tag: '@nojs' },
    async ({ page, browser }) => {
      const name = `Monday meeting ${Date.now().toString(36)}`;
      await enterDesk(page, browser, 'owner');
      await page.goto('/admin/recurring?range=last_90&compare=year');
      await page.waitForLoadState();
      await page.locator('.views > summary').click();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole('link', { name: 'Save this view' }).click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('alert')).toContainText('Give it a name.');
      await page.getByLabel('Name', { exact: false }).fill(name);
      await page.getByLabel('For everyone on the staff').check();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page).toHaveURL(/\/admin\/recurring\?range=last_90&compare=year/);
      await expect(page.locator('.views > summary')).toHaveText(`View: ${name}`);

      await page.goto('/uk/admin/recurring');
      await page.locator('.views > summary').click();
      await page.getByRole('link', { name, exact: true }).click();
      await expect(page).toHaveURL(/\/uk\/admin\/recurring\?range=last_90&compare=year/);
      await expectNoSidewaysScroll(page);
      await page.goto('/admin/views');
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole('link', { name: `Rename or delete “${name}”` }).click();
      await page.getByLabel('Name', { exact: false }).fill(`${name}, renamed`);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByText('The view is changed.')).toBeVisible();
      await page.getByRole('link', { name: `Rename or delete “${name}, renamed”` }).click();
      await page.getByRole('button', { name: 'Delete this view' }).click();
      await expect(page.getByText('The view is deleted.')).toBeVisible();

      await page.goto('/admin/recurring?range=last_month');
      await page.waitForLoadState();
      const begun = page.locator('.glance__item').filter({ hasText: 'Memberships begun' });
      const count = await begun.getByRole('link').innerText();
      await begun.getByRole('link').click();
      await expect(page).toHaveURL(/\/admin\/recurring\/changes\?of=begun/);
      await expect(page.locator('.filters__said strong')).toHaveText(
        new RegExp(`^${count.replace(/\D/g, '')} changes?\\.$`),
      );
      await page.goto('/admin/retention?range=all');
      await page.waitForLoadState();
      const cell = page.locator('.cohorts td.heat').getByRole('link').last();
      await cell.click();
      await expect(page).toHaveURL(/\/admin\/retention\/cohort\?joined=\d{4}-\d\d&at=\d{4}-\d\d/);
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    },
  );

  test(
    'by keyboard alone: the menu of views opens, an article is looked for, the digest is chosen and ended',
    { tag: '@keyboard' },
    async ({ page, browser }) => {
      await enterDesk(page, browser, 'analyst');
      await page.goto('/admin');
      await page.waitForLoadState();
      const today = page.getByRole('navigation', { name: 'Desk', exact: true }).getByRole('link', {
        name: /^Today/,
      });
      await expect(today).toHaveAccessibleName(/^Today( .*\((more than )?\d+ things? waits?\))?$/);
      await page.locator('.views > summary').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await expect(page.locator('.views__panel a').first()).toBeFocused();

      await page.goto('/admin/supporters');
      await page.waitForLoadState();
      await page.locator('summary').filter({ hasText: 'More filters' }).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('Article that won them').focus();
      await page.keyboard.type('the');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/article_search=the/);
      await expectNoViolations(page);
      await page.locator('.article-choice a').first().focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/admin\/supporters\?article=[0-9a-f-]{36}/);

      await page.goto('/admin/digest');
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: 'Send it to me' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status')).toContainText('You will get the digest.');
      await page.getByRole('button', { name: 'Stop sending it to me' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status')).toContainText('not get the digest any more');
    },
  );
});
