import { expect, test } from '@playwright/test';
import { cards, expectStripe, freshAddress, mailTo, payWith, stories } from './giving-steps.ts';

test.describe('A reader becomes a patron', { tag: '@nojs-everywhere' }, () => {
  test('from an article, and its extras are open on return', async ({ page }) => {
    const address = freshAddress();
    await page.goto(stories.en.path);
    await expect(page.getByText(stories.en.inExtra)).toHaveCount(0);
    await page.goto('/join?article=eleven-million-of-red-paint&currency=EUR');
    await page.getByRole('radio', { name: 'Friend' }).check();
    await page.getByLabel('Amount, if you would like to give more').fill('5');
    await page.getByRole('button', { name: /^Become a patron/ }).click();
    await expectStripe(page, '€5.00');
    await payWith(page, cards.works, address);

    await expect(page.getByText('You are now a patron, with €5 a month')).toBeVisible();
    await expect(page.getByText('Next charge')).toBeVisible();
    await page.getByRole('link', { name: /^Back to: Eleven million/ }).click();
    await expect(page.getByText(stories.en.inExtra)).toBeVisible();
    await expect(page.getByText('You are a patron of')).toBeVisible();
    await mailTo(address, /Receipt|patron/);

    await page.goto('/join');
    await expect(page).toHaveURL(/\/account\/membership$/);
  });

  test('yearly, with the amount that the tier asks', async ({ page }) => {
    await page.goto('/join?currency=EUR');
    await page.getByRole('radio', { name: 'Yearly' }).check();
    await page.getByRole('radio', { name: 'Patron', exact: true }).check();
    await page.getByRole('button', { name: /^Become a patron/ }).click();
    await expectStripe(page, '€100.00');
  });

  test('is told when the amount is less than the tier asks', async ({ page }) => {
    await page.goto('/join?currency=EUR');
    await page.getByRole('radio', { name: 'Benefactor' }).check();
    await page.getByLabel('Amount, if you would like to give more').fill('12');
    await page.getByRole('button', { name: /^Become a patron/ }).click();
    await expect(page.getByRole('alert')).toContainText('Benefactor starts at €40.');
    await expect(page.getByLabel('Amount, if you would like to give more')).toHaveValue('12');
    await expect(page.getByRole('radio', { name: 'Benefactor' })).toBeChecked();
  });

  test('monthly, straight from the ask of an article', async ({ page }) => {
    await page.goto(stories.en.path);
    await page.getByRole('radio', { name: 'Monthly' }).check();
    await page.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(page, '€10.00');
    await payWith(page, cards.works, freshAddress());
    await expect(page.getByText('You are now a patron, with €10 a month')).toBeVisible();
  });

  test('turns back on Stripe’s page, and nothing was charged', async ({ page }) => {
    await page.goto('/join?currency=EUR');
    await page.getByRole('button', { name: /^Become a patron/ }).click();
    await page.getByRole('link', { name: 'Back' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing has been charged' })).toBeVisible();
    await expect(page.getByText('€10 a month')).toBeVisible();
  });

  test('українською, у гривнях', async ({ page }) => {
    await page.goto('/uk/join?currency=UAH');
    await page.getByRole('button', { name: 'Стати патроном' }).click();
    await expectStripe(page, '300.00');
    const address = freshAddress();
    await payWith(page, cards.works, address);
    await expect(page.getByText(/Відтепер ви патрон: 300\s₴ на місяць/)).toBeVisible();
    const mail = await mailTo(address, /Водомір/);
    expect(mail.text).toContain('Надіслано редакцією «Водомір».');
  });
});

test.describe('Somebody else', { tag: '@nojs' }, () => {
  test('sees no details of an order that another browser began', async ({ page, browser }) => {
    await page.goto(stories.en.path);
    await page.getByRole('button', { name: /^Give/ }).click();
    await page.getByRole('link', { name: 'Back' }).click();
    const order = page.url();
    const stranger = await browser.newContext();
    const theirs = await stranger.newPage();
    await theirs.goto(order);
    await expect(theirs.getByText('shows details only in the browser')).toBeVisible();
    await expect(theirs.getByText('€25')).toHaveCount(0);
    await stranger.close();
  });

  test('pays with an address that has an account, and is not let into it', async ({
    page,
    browser,
  }) => {
    const address = freshAddress();
    await page.goto(stories.en.path);
    await page.getByRole('button', { name: /^Give/ }).click();
    await payWith(page, cards.works, address);
    await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();

    const other = await browser.newContext();
    const theirs = await other.newPage();
    await theirs.goto(new URL(stories.en.path, page.url()).href);
    await theirs.getByRole('button', { name: /^Give/ }).click();
    await payWith(theirs, cards.works, address);
    await expect(theirs.getByText('There is already an account with this address.')).toBeVisible();
    await theirs.goto(new URL('/account', page.url()).href);
    await expect(theirs).toHaveURL(/\/sign-in/);
    await other.close();
  });
});
