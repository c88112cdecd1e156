import { type Page, expect, test } from '@playwright/test';
import sharp from 'sharp';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';

/** A picture like no other: every run adds a new one. */
async function drawPicture(): Promise<Buffer> {
  const part = () => Math.floor(Math.random() * 256);
  const background = { r: part(), g: part(), b: part() };
  const spot = { r: part(), g: part(), b: part() };
  const small = await sharp({ create: { width: 300, height: 200, channels: 3, background: spot } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .composite([{ input: small, left: part(), top: part() }])
    .png()
    .toBuffer();
}

async function choosePicture(page: Page): Promise<void> {
  const buffer = await drawPicture();
  await page
    .getByLabel('Picture', { exact: true })
    .setInputFiles({ name: 'holiday.png', mimeType: 'image/png', buffer });
}

async function fillWords(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(`${label}, in English`).fill(words);
  await page.getByLabel(`${label}, in Ukrainian`).fill(`${words} укр`);
}

async function look(page: Page): Promise<void> {
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
}

test(
  'an editor adds a picture, gives it to an author, and cannot remove it before the author does without',
  { tag: '@nojs' },
  async ({ page, browser }) => {
    const name = `Ferry ${crypto.randomUUID().slice(0, 8)}`;
    const hasScript = test.info().project.use.javaScriptEnabled !== false;
    await enterDesk(page, browser, 'editor');
    await page.goto('/admin/pictures');
    await look(page);
    await page.getByRole('link', { name: 'Add a picture' }).click();
    await choosePicture(page);
    await page.getByLabel('Caption, in Ukrainian').fill('Зранку');
    await page.getByLabel('Credit, in Ukrainian').fill('Фото: Іван');
    const send = page.getByRole('button', { name: 'Add the picture' });
    await send.click();
    if (hasScript) {
      // What must be said is asked for before the picture is sent: it stays chosen.
      await expect(page.getByLabel('Description, in English')).toBeFocused();
      await expect(page.getByText('holiday.png')).toBeVisible();
    } else {
      await expect(page.getByRole('alert')).toContainText('Say what the picture shows.');
      await expect(page.getByRole('alert')).toContainText('Choose the picture again');
      await choosePicture(page);
    }
    await expect(page.getByLabel('Caption, in Ukrainian')).toHaveValue('Зранку');
    await look(page);
    await page.getByLabel('Description, in English').fill(`${name} in fog`);
    await send.click();
    await expect(page.getByText('The picture is in the library.')).toBeVisible();
    await look(page);
    await expect(page.getByText('Nowhere yet.')).toBeVisible();
    const id = /pictures\/([0-9a-f]{24})/.exec(page.url())?.[1] ?? '';
    const file = await page.request.get(`/media/${id}-480.avif`);
    expect(file.headers()).toMatchObject({
      'content-type': 'image/avif',
      'cache-control': 'public, max-age=31536000, immutable',
    });

    await page.goto('/admin/authors/new');
    await fillWords(page, 'Name', name);
    await page.getByLabel('Portrait').fill('no-such-picture');
    await page.getByRole('button', { name: 'Add the author' }).click();
    await expect(page.getByRole('alert')).toContainText('Write something here.');
    await fillWords(page, 'What they do', 'Captain');
    await fillWords(page, 'About', 'Crosses the river.');
    await page.getByRole('button', { name: 'Add the author' }).click();
    await expect(page.getByRole('alert')).toContainText('There is no picture of this name');
    await look(page);
    await page.getByLabel('Portrait').fill(id);
    await page.getByRole('button', { name: 'Add the author' }).click();
    await expect(page.getByText('The author is added.')).toBeVisible();
    await page
      .getByRole('link', { name: `/authors/${name.toLowerCase().replace(' ', '-')}` })
      .click();
    await expect(page.getByRole('img', { name: `${name} in fog` })).toBeVisible();

    await page.goto(`/admin/pictures?search=${encodeURIComponent(name)}`);
    await page.getByRole('link', { name: `${name} in fog` }).click();
    await page.getByRole('link', { name: 'Remove this picture' }).click();
    await expect(page.getByText('can’t be removed while it is used')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Remove it' })).toHaveCount(0);
    await look(page);
    await page.getByRole('link', { name: `Portrait of ${name}` }).click();
    await page.getByRole('link', { name: 'Remove this author' }).click();
    await page.getByRole('button', { name: 'Remove them' }).click();
    await expect(page.getByText('The author is removed.')).toBeVisible();
    await page.goto(`/admin/pictures/${id}/removal`);
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(page.getByText('The picture is removed.')).toBeVisible();
    expect((await page.request.get(`/media/${id}-480.avif`)).status()).toBe(404);
  },
);

test('by keyboard alone a section is added and moved, and a pasted document becomes a draft in it @keyboard', async ({
  page,
  browser,
}) => {
  const name = `Rivers ${crypto.randomUUID().slice(0, 8)}`;
  const tabTo = async (label: string) => {
    const target = page
      .getByLabel(label)
      .or(page.getByRole('button', { name: label }))
      .first();
    for (let step = 0; step < 80; step++) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`The keyboard does not reach ${label}.`);
  };
  const type = async (label: string, words: string) => {
    await tabTo(label);
    await page.keyboard.type(words);
  };
  await enterDesk(page, browser, 'editor');
  await page.goto('/admin/sections/new');
  await type('Name, in English', name);
  await type('Name, in Ukrainian', name);
  await type('Description, in English', 'On the water');
  await type('Description, in Ukrainian', 'На воді');
  await type('Address', 'search');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('The site uses this address itself.');
  await look(page);
  await page.getByLabel('Address').fill('');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The section is added.')).toBeVisible();
  await look(page);
  await page.waitForLoadState();
  await tabTo(`Up ${name}`);
  await page.keyboard.press('Enter');
  await expect(page.getByText('The section is moved.')).toBeVisible();

  await page.goto('/admin/articles/import');
  await page.waitForLoadState('networkidle');
  await look(page);
  await tabTo('Text');
  // The clipboard of a word processor: its form beside its words.
  await page.evaluate((title) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      `<h1>${title}</h1><p>It <b>rises</b>.</p><script>x</script>`,
    );
    clipboardData.setData('text/plain', `${title}\nIt rises.`);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, name);
  await expect(page.getByText('Pasted with its form.')).toBeVisible();
  await tabTo('Make a draft of it');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Choose a section.');
  await expect(page.getByText('Pasted with its form.')).toBeVisible();
  await look(page);
  await type('Section', name);
  await tabTo('Make a draft of it');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Headline')).toHaveValue(name);
  await expect(page.locator('textarea[name=body]')).toHaveValue('It **rises**.');

  const slug = name.toLowerCase().replace(' ', '-');
  await page.goto(`/admin/sections/${slug}/removal`);
  await expect(page.getByText('can’t be removed while articles stand in it')).toBeVisible();
  await page.waitForLoadState();
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByLabel('Headline')).toHaveValue(name);

  // A picture that is dropped on its form is shown before it is sent.
  await page.goto('/admin/pictures/new');
  await page.waitForLoadState('networkidle');
  const bytes = [...(await drawPicture())];
  await page.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(
      new File([new Uint8Array(content)], 'dropped.png', { type: 'image/png' }),
    );
    document
      .querySelector('.picture-drop')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, bytes);
  await expect(page.getByText('dropped.png')).toBeVisible();
  await expect(page.locator('.picture-drop__preview')).toBeVisible();
});
