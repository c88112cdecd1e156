import { type Page, expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';

/** A sum, a count or a share as the number in it, whatever it is written with. */
function numberIn(text: string): number {
  const digits = text.replace(/[^\d\u2212-]/g, '').replace('\u2212', '-');
  return Number(digits);
}

/** The rows of the statement of recurring revenue in a currency: label, then the month's sum. */
async function readStatement(page: Page, currency: string): Promise<number[]> {
  await page.waitForLoadState();
  const rows = page
    .getByRole('region', { name: `Recurring revenue in ${currency}` })
    .filter({ has: page.getByRole('table') })
    .last()
    .getByRole('row');
  const sums: number[] = [];
  for (const row of (await rows.all()).slice(1)) {
    sums.push(numberIn(await row.getByRole('cell').nth(1).innerText()));
  }
  return sums;
}

test.describe('Recurring revenue', () => {
  test(
    'an analyst sees what moved it, that it adds up, and follows who left to the people',
    { tag: '@nojs' },
    async ({ page, browser }) => {
      await enterDesk(page, browser, 'analyst');
      await page.goto('/admin');
      await page.getByRole('link', { name: 'Recurring', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recurring revenue');
      await page.getByRole('link', { name: 'This year', exact: true }).click();
      await expect(page.getByRole('link', { name: 'This year', exact: true })).toHaveAttribute(
        'aria-current',
        'true',
      );
      const sums = await readStatement(page, 'EUR');
      expect(sums).toHaveLength(7);
      const end = sums.pop();
      expect(sums.reduce((total, sum) => total + sum, 0)).toBe(end);
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      // Every month stands behind the drawing, and leads on to its people.
      await page.getByText('Every month as a table').first().click();
      const months = page.getByRole('region', { name: 'Every month as a table' }).first();
      const left = months.getByRole('link').first();
      await expect(left).toBeVisible();
      await left.click();
      await expect(page).toHaveURL(/\/admin\/recurring\/changes\?of=\w+&from=\d{4}-\d\d-01/);
      await expect(page.getByText(/^\d+ changes?\./)).toBeVisible();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    },
  );

  test('retention by the month of joining, in people and in money, in both languages', async ({
    page,
    browser,
  }) => {
    await enterDesk(page, browser, 'owner');
    await page.goto('/admin/retention?range=this_year');
    const cohorts = page.getByRole('region', { name: /Who stays, by the month of joining \(/ });
    await page.waitForLoadState();
    const first = cohorts.getByRole('row').nth(1);
    await expect(first.getByRole('rowheader')).toHaveText(/\d{4}/);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'Revenue in EUR' }).click();
    await expect(page).toHaveURL(/by=EUR/);
    await expect(page.getByRole('link', { name: 'Revenue in EUR' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await cohorts.getByRole('row').last().getByRole('link').first().click();
    await expect(page).toHaveURL(/\/admin\/retention\/cohort\?joined=\d{4}-\d\d/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Patrons who joined in');
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.goto('/uk/admin/retention');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Утримання');
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.goto('/uk/admin/recurring');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Регулярний дохід');
    await expectNoSidewaysScroll(page);
  });
});

test(
  'by keyboard alone: two days are chosen, and the file of that report is there',
  { tag: '@keyboard' },
  async ({ page, browser }) => {
    await enterDesk(page, browser, 'analyst');
    await page.goto('/admin/recurring?from=2026-03-01&to=2026-03-31&compare=year');
    await page.waitForLoadState();
    const file = page.getByRole('link', { name: 'Download as CSV' });
    await file.focus();
    await expect(file).toBeFocused();
    // The form is reached by tabbing, as its last field and its button are.
    await page.getByRole('combobox').first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/from=2026-03-01&to=2026-03-31/);
    await page.waitForLoadState();
    const address = await file.getAttribute('href');
    const response = await page.request.get(address ?? '');
    expect(response.headers()['content-type']).toContain('text/csv');
    expect(await response.text()).toContain('part,figure,from,to,subject,currency,count,amount');
  },
);
