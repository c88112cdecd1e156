import { type Page, expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';

async function look(page: Page): Promise<void> {
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
}

const body = (page: Page) => page.locator('textarea[name=body]');

test(
  'an editor writes, previews, publishes, corrects and brings old words back; of two at once neither loses a word',
  { tag: '@nojs' },
  async ({ page, browser, baseURL }) => {
    test.setTimeout(120_000);
    const mark = crypto.randomUUID().slice(0, 8);
    const hasScript = test.info().project.use.javaScriptEnabled !== false;
    await enterDesk(page, browser, 'editor');
    await page.goto('/admin/articles/new');
    await look(page);
    await body(page).fill('The **first** boat came.\n\n::: extra id="a"\nsecret');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('alert')).toContainText('Give it a headline');
    await expect(page.getByText('Line 3: this block is never closed')).toBeVisible();
    await expect(body(page)).toHaveValue(/The \*\*first\*\* boat/);
    await look(page);
    await page.getByLabel('Headline').fill(`Їжак і порт ${mark}`);
    await page.getByLabel('Section').selectOption({ index: 1 });
    await page.getByLabel('Language of the article').selectOption('en');
    await body(page).fill('The **first** boat came.');
    if (hasScript) {
      // What is shown keeps up with what is typed.
      await expect(page.locator('#preview strong')).toHaveText('first');
    } else {
      await page.getByRole('button', { name: 'Preview' }).click();
      await expect(page.locator('#preview strong')).toHaveText('first');
      await expect(body(page)).toHaveValue('The **first** boat came.');
    }
    await look(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The draft is begun.')).toBeVisible();
    await expect(page.getByLabel('Address')).toHaveValue(`yizhak-i-port-${mark}`);
    const editor = page.url().replace(/\?.*/, '');

    await page.getByRole('link', { name: 'Publish' }).click();
    await look(page);
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByText('It is out.')).toBeVisible();
    await page.getByRole('link', { name: 'Read it' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Їжак і порт ${mark}`);
    const before = page.url();

    // Somebody else opens it, and saves while the first is still writing.
    const other = await browser.newContext({ baseURL, javaScriptEnabled: hasScript });
    const second = await other.newPage();
    await page.goto(editor);
    await enterDesk(second, browser, 'owner');
    await second.goto(editor);
    await expect(second.getByText('Also open with')).toBeVisible();
    await body(second).fill('The **second** boat came.');
    await second.getByLabel('Address').fill(`port-${mark}`);
    await second.getByRole('button', { name: 'Save' }).click();
    await expect(second.getByText('Saved.', { exact: true })).toBeVisible();
    await second.goto(before);
    await expect(second).toHaveURL(new RegExp(`/port-${mark}$`));
    await other.close();

    await body(page).fill('The **third** boat came.');
    await page.getByLabel('Correction').fill('It was the third boat.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('while you were writing')).toBeVisible();
    await expect(page.locator('del')).toContainText('second');
    await expect(page.locator('ins')).toContainText('third');
    await expect(body(page)).toHaveValue('The **third** boat came.');
    await look(page);
    await page.getByLabel('Address').fill(`port-${mark}`);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible();

    await page.getByRole('link', { name: 'Revisions' }).click();
    await page.waitForLoadState();
    await expect(page.getByRole('row')).toHaveCount(4);
    await look(page);
    await page.getByRole('link', { name: 'Revision 2' }).click();
    await expect(page.locator('ins')).toContainText('second');
    await look(page);
    await page.getByRole('button', { name: 'Bring these words back' }).click();
    await expect(page.getByText('The older words are back.')).toBeVisible();
    await expect(body(page)).toHaveValue('The **second** boat came.');
    await page.getByRole('link', { name: 'Read it' }).click();
    await expect(page.getByText('It was the third boat.')).toBeVisible();
    await expect(page.locator('strong', { hasText: 'second' })).toBeVisible();
    const address = page.url();

    await page.goto(`${editor}/withdrawal`);
    await look(page);
    await page.getByLabel('Why is it withdrawn?').fill('It never happened');
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await expect(page.getByText('It is off the site.')).toBeVisible();
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(410);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This article was withdrawn');
  },
);

test('by keyboard alone a draft is written, kept while it is typed, taken up again and scheduled @keyboard', async ({
  page,
  browser,
}) => {
  const headline = `Ferry ${crypto.randomUUID().slice(0, 8)}`;
  const tabTo = async (selector: string) => {
    const target = page.locator(selector).first();
    for (let step = 0; step < 90; step++) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`The keyboard does not reach ${selector}.`);
  };
  await enterDesk(page, browser, 'editor');
  await page.goto('/admin/articles/new');
  await page.waitForLoadState('networkidle');
  await tabTo('#headline');
  await page.keyboard.type(headline);
  await tabTo('#body');
  await page.keyboard.type('It crosses ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('twice');
  await expect(body(page)).toHaveValue('It crosses **twice**');
  await expect(page.locator('#preview strong')).toHaveText('twice');
  await tabTo('#section');
  await page.keyboard.press('ArrowDown');
  await tabTo('.editor__buttons .button--accent');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The draft is begun.')).toBeVisible();
  await page.waitForLoadState('networkidle');

  // Typed and left: it waits where it was typed, and readers have none of it.
  await tabTo('#body');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' a day.');
  await expect(page.getByText('Your words are kept')).toBeVisible();
  await page.reload();
  await page.waitForLoadState('networkidle');
  await look(page);
  await expect(body(page)).toHaveValue('It crosses **twice**');
  await tabTo('a[href$="?copy=1"]');
  await page.keyboard.press('Enter');
  await expect(body(page)).toHaveValue('It crosses **twice** a day.');
  await page.waitForLoadState('networkidle');
  await tabTo('.editor__buttons .button--accent');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await page.waitForLoadState();

  await tabTo('a[href$="/publication"]');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'When does it come out?' })).toBeVisible();
  await page.waitForLoadState();
  await tabTo('input[name=when]');
  await page.keyboard.press('ArrowDown');
  await tabTo('#day');
  await page.keyboard.type('01072099');
  await tabTo('form .button--accent');
  await page.keyboard.press('Enter');
  await expect(page.getByText('It will come out by itself.')).toBeVisible();
  await expect(page.getByText('Comes out by itself:')).toContainText('2099');
});
