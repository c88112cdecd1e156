import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';

test(
  'a draft is previewed as each kind of reader, and shown to somebody outside until the link is closed',
  { tag: '@nojs' },
  async ({ page, browser, baseURL }) => {
    const mark = crypto.randomUUID().slice(0, 8);
    await enterDesk(page, browser, 'editor');
    await page.goto('/admin/articles/new');
    await page.getByLabel('Headline').fill(`Night ferry ${mark}`);
    await page.getByLabel('Section').selectOption({ index: 1 });
    await page.getByLabel('Language of the article').selectOption('en');
    await page
      .locator('textarea[name=body]')
      .fill(
        'Free words.\n\n::: extra id="a" tier="patron" kind="text" title="The log" holds="Two pages" teaser="What the captain wrote."\nSecret words.\n:::',
      );
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The draft is begun.')).toBeVisible();
    const editor = page.url().replace(/\?.*/, '');

    await page.getByRole('link', { name: 'Preview', exact: true }).click();
    const bar = page.getByRole('navigation', { name: 'Preview as' });
    await expect(page.getByText('Free words.')).toBeVisible();
    await expect(page.getByText('Secret words.')).toHaveCount(0);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await bar.getByRole('link', { name: 'Donor with a pass' }).click();
    await expect(page.getByText('Secret words.')).toHaveCount(0);
    await bar
      .getByRole('link', { name: /^Patron: / })
      .last()
      .click();
    await expect(page.getByText('Secret words.')).toBeVisible();

    await page.goto(`${editor}/links`);
    await expectNoViolations(page);
    await page.getByLabel('Shown as to').selectOption('nobody');
    await page.getByRole('button', { name: 'Make a link' }).click();
    const address = await page.getByLabel('Address of the draft').inputValue();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);

    const outside = await browser.newContext({ baseURL });
    const theirs = await outside.newPage();
    await theirs.goto(new URL(address).pathname);
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(`Night ferry ${mark}`);
    await expect(theirs.getByText('not published yet')).toBeVisible();
    await expect(theirs.getByText('Secret words.')).toHaveCount(0);
    await expectNoViolations(theirs);
    await expectNoSidewaysScroll(theirs);
    expect(await outside.cookies()).toEqual([]);

    await page.goto(`${editor}/links`);
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByText('The link is closed.')).toBeVisible();
    await theirs.reload();
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('This link shows nothing');
    await outside.close();
  },
);
