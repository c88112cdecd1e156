import { type Page, expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { cards, freshAddress, mailTo, payWith, stories } from './giving-steps.ts';

/** Gives 25 euros; the browser is signed in afterwards. */
async function giveOnce(page: Page, address: string): Promise<void> {
  await page.goto(stories.en.path);
  await page.getByRole('button', { name: /^Give/ }).click();
  await payWith(page, cards.works, address);
  await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();
}

/** Follows a link to a file as the page's own browser would, with its cookies. */
async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  const stream = await file.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  expect(Buffer.concat(chunks).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  return file.suggestedFilename();
}

test.describe('A supporter', { tag: '@nojs' }, () => {
  test('takes the receipt home as a PDF, from the account and from the mail', async ({
    page,
    browser,
  }) => {
    const address = freshAddress();
    await giveOnce(page, address);
    await page.goto('/account/payments');
    await page.getByRole('link', { name: /^Receipt of/ }).click();
    await expect(page.getByRole('article').getByText('€25.00').first()).toBeVisible();
    expect(await download(page, 'Download as a PDF')).toMatch(/^receipt-\d{8}-[0-9A-F]{10}\.pdf$/);

    const { text } = await mailTo(address, /^Receipt from/);
    const link = /^http\S+\/receipts\/\S+$/m.exec(text)?.[0] ?? '';
    const elsewhere = await browser.newContext();
    const answer = await elsewhere.request.get(link);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    const forged = await elsewhere.request.get(link.replace(/.$/, '_'));
    expect(forged.status()).toBe(404);
    await elsewhere.close();
  });

  test('has the receipt mailed once more', async ({ page }) => {
    const address = freshAddress();
    await giveOnce(page, address);
    await page.goto('/account/payments');
    await page.getByRole('link', { name: /^Receipt of/ }).click();
    await page.getByRole('button', { name: 'Send it to me by mail' }).click();
    await expect(page.getByText(`The receipt is on its way to ${address}.`)).toBeVisible();
  });

  test('finds the statement of the year, in either language, on the page and as a PDF', async ({
    page,
  }) => {
    const address = freshAddress();
    await giveOnce(page, address);
    await page.goto('/account/payments');
    await page.getByRole('link', { name: 'Yearly statements' }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^20\d\d/ })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: /^Statement for 20/ })).toBeVisible();
    const sheet = page.getByRole('article');
    await expect(sheet.getByText(address)).toBeVisible();
    await expect(sheet.getByRole('row', { name: /One-time donation.*€25\.00/ })).toBeVisible();
    await expect(sheet.getByRole('row', { name: /^EUR €25\.00/ })).toBeVisible();
    await expectNoSidewaysScroll(page);
    expect(await download(page, 'Download as a PDF')).toMatch(/^statement-20\d\d\.pdf$/);

    await page.goto(`/uk${new URL(page.url()).pathname}`);
    await expect(page.getByRole('heading', { level: 1, name: /^Виписка за 20/ })).toBeVisible();
    await expect(page.getByText('Разовий внесок')).toBeVisible();
    await expectNoSidewaysScroll(page);

    await page.goto('/account/statements/2011');
    await expect(page.getByText('Nothing was paid in 2011.')).toBeVisible();
  });
});

test('Axe finds nothing on receipts and statements', async ({ page }) => {
  await giveOnce(page, freshAddress());
  await page.goto('/account/payments');
  await page.getByRole('link', { name: /^Receipt of/ }).click();
  await expectNoViolations(page);
  await page.goto('/account/statements');
  await expectNoViolations(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^20\d\d/ })
    .click();
  await expectNoViolations(page);
});
