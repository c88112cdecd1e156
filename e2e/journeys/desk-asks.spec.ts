import { type Page, expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';
import { stories } from './giving-steps.ts';

async function fillWords(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(`${label}, in English`).fill(words);
  await page.getByLabel(`${label}, in Ukrainian`).fill(`${words} укр`);
}

test(
  'an editor adds an ask, moves it, tries where it would stand, and takes it out of use',
  {
    tag: '@nojs',
  },
  async ({ page, browser }) => {
    const name = `Ask ${crypto.randomUUID().slice(0, 8)}`;
    await enterDesk(page, browser, 'editor');
    await page.goto('/admin/asks');
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'Add an ask' }).click();
    await page.getByLabel('Name at the desk').fill(name);
    await page.getByRole('button', { name: 'Add the ask' }).click();
    await expect(page.getByRole('alert')).toContainText('Write something here.');
    await expect(page.getByLabel('Name at the desk')).toHaveValue(name);
    await expectNoViolations(page);
    await fillWords(page, 'Heading', name);
    await fillWords(page, 'Text', 'Why we ask.');
    await page.getByLabel('Only on articles with one of these tags').fill(`no-such-tag, ${name}`);
    await page.getByRole('button', { name: 'Add the ask' }).click();
    await expect(page.getByText('The ask is added, as the last of the list.')).toBeVisible();
    await page.getByRole('button', { name: `Up ${name}` }).click();
    await expect(page.getByText('The ask is moved.')).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);

    await page.getByRole('link', { name: 'Try it' }).click();
    await page.getByLabel('Article', { exact: true }).fill('/nowhere/no-such-article');
    await page.getByRole('button', { name: 'Try' }).click();
    await expect(page.getByText('No published article has this address.')).toBeVisible();
    await page.getByLabel('Article', { exact: true }).fill(stories.en.path);
    await page.getByRole('button', { name: 'Try' }).click();
    await page.waitForLoadState();
    const row = page.getByRole('row').filter({ hasText: name });
    await expect(row).toContainText('The article has none of its tags');
    await expect(page.getByText('Stands here', { exact: true })).toHaveCount(1);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);

    await page.goto('/admin/asks');
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByLabel('Last day').fill('2020-01-01');
    await page.getByLabel('First day').fill('2020-01-02');
    await page.getByRole('button', { name: 'Save the ask' }).click();
    await expect(page.getByRole('alert')).toContainText('The last day comes before the first.');
    await page.getByLabel('First day').fill('');
    await page.getByRole('button', { name: 'Save the ask' }).click();
    await expect(page.getByText('The ask is changed.')).toBeVisible();
    await page.getByRole('button', { name: `Take out of use ${name}` }).click();
    await expect(page.getByText('The ask is out of use.')).toBeVisible();
    await expect(page.getByRole('button', { name: `Put back into use ${name}` })).toBeVisible();
  },
);

test('a campaign is begun, opens a page of its own, is changed and ended', async ({
  page,
  browser,
}) => {
  const slug = `drive-${crypto.randomUUID().slice(0, 8)}`;
  await enterDesk(page, browser, 'editor');
  await page.goto('/admin/campaigns');
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Add a campaign' }).click();
  await fillWords(page, 'Title', `A boat ${slug}`);
  await fillWords(page, 'What it is for', 'To reach the islands.');
  await page.getByLabel('Address').fill('Not an address');
  await page.getByLabel('Goal').fill('much');
  await page.getByLabel('Last day').fill('2036-12-31');
  await page.getByRole('button', { name: 'Add the campaign' }).click();
  await expect(page.getByRole('alert')).toContainText('Use small letters');
  await expectNoViolations(page);
  await page.getByLabel('Address').fill(slug);
  await page.getByRole('button', { name: 'Add the campaign' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter an amount above zero');
  await page.getByLabel('Goal').fill('5000');
  await page.getByRole('button', { name: 'Add the campaign' }).click();
  await expect(page.getByText('The campaign is added.')).toBeVisible();
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);

  await page.goto(`/campaigns/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`A boat ${slug}`);
  await page.goto('/admin/campaigns');
  await page.getByRole('link', { name: `A boat ${slug}`, exact: true }).click();
  await expect(page.getByLabel('Goal in EUR')).toHaveValue('5000.00');
  await page.getByLabel('Goal in EUR').fill('6,000');
  await page.getByLabel('Title, in English').fill(`A ship ${slug}`);
  await page.getByRole('button', { name: 'Save the campaign' }).click();
  await expect(page.getByText('The campaign is changed.')).toBeVisible();
  const id = await page
    .getByRole('link', { name: `A ship ${slug}`, exact: true })
    .getAttribute('href');
  await page.goto(`${id ?? ''}/end`);
  await page.getByRole('textbox', { name: 'Why?' }).fill('The boat is bought');
  await page.getByRole('button', { name: 'End the campaign' }).click();
  await expect(page.getByText('The campaign has ended.')).toBeVisible();
  await expectNoViolations(page);
});
