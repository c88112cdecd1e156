import { expect, test } from '@playwright/test';
import {
  cards,
  expectStripe,
  expireCheckout,
  freshAddress,
  mailTo,
  payWith,
  stories,
} from './giving-steps.ts';

test.describe('A reader gives once from an article', { tag: '@nojs-everywhere' }, () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(stories.en.path);
  });

  test('with the suggested amount, in one click, and finds everything done', async ({ page }) => {
    const address = freshAddress();
    await expect(page.getByText(stories.en.inExtra)).toHaveCount(0);
    await page.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(page, '€25.00');
    await payWith(page, cards.works, address);

    await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();
    await expect(page.getByText('Your gift of €25 has arrived')).toBeVisible();
    await expect(page.getByText('on its way to r…@example.org')).toBeVisible();
    await expect(page.getByText('open to you until')).toBeVisible();
    const head = page.getByRole('banner');
    await expect(head.getByRole('link', { name: 'Your account' })).toBeVisible();
    await expect(head.getByRole('link', { name: 'Sign in' })).toHaveCount(0);
    await page.getByRole('link', { name: /^Back to: Eleven million/ }).click();
    await expect(page.getByText(stories.en.inExtra)).toBeVisible();
    const receipt = await mailTo(address, /^Receipt from The Cherlen Gauge:/);
    expect(receipt.subject).toContain('€25');
  });

  test('with another suggested amount', async ({ page }) => {
    await page.getByRole('radio', { name: '€50' }).check();
    await page.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(page, '€50.00');
  });

  test('with an amount of their own, written their way', async ({ page }) => {
    await page.getByLabel('Another amount').fill('12,50');
    await page.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(page, '€12.50');
    await payWith(page, cards.works, freshAddress());
    await expect(page.getByText('Your gift of €12.50 has arrived')).toBeVisible();
  });

  for (const [typed, said] of [
    ['0.20', 'The least we can take is €1.'],
    ['99999', 'The most we can take here is €2,000. For more, please write to us.'],
    ['a lot', 'We could not read this amount. Write it in figures, like 12.50.'],
  ] as const) {
    test(`is told what is wrong with “${typed}”, and loses nothing`, async ({ page }) => {
      await page.getByLabel('Another amount').fill(typed);
      await page.getByText('Add your name or a note').click();
      await page.getByLabel('A note to the newsroom').fill('For the next notebook');
      await page.getByRole('button', { name: /^Give/ }).click();

      await expect(page.getByRole('alert')).toContainText(said);
      await expect(page.getByRole('alert')).toBeFocused();
      const amount = page.getByLabel('Another amount');
      await expect(amount).toHaveValue(typed);
      await expect(amount).toHaveAccessibleDescription(new RegExp(said.slice(0, 20)));
      await expect(page.getByLabel('A note to the newsroom')).toHaveValue('For the next notebook');

      await amount.fill('15');
      await page.getByRole('button', { name: /^Give/ }).click();
      await expectStripe(page, '€15.00');
    });
  }

  test('covering the fee, which is off until they choose it', async ({ page }) => {
    const cover = page.getByRole('checkbox', { name: /^Cover the payment fee/ });
    await expect(cover).not.toBeChecked();
    await expect(page.getByText('adds €0.64, €25.64 in all')).toBeVisible();
    await cover.check();
    await page.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(page, '€25.64');
    await payWith(page, cards.works, freshAddress());
    await expect(page.getByText('of which fee cover €0.64')).toBeVisible();
  });

  test('anonymously, with a note', async ({ page }) => {
    await page.getByText('Add your name or a note').click();
    await page.getByRole('checkbox', { name: /^Give anonymously/ }).check();
    await page.getByLabel('A note to the newsroom').fill('Keep counting the painters.');
    await page.getByRole('button', { name: /^Give/ }).click();
    await payWith(page, cards.works, freshAddress());
    await expect(page.getByText('is not published')).toBeVisible();
  });

  test('turns back on Stripe’s page, and can go on from where they were', async ({ page }) => {
    await page.getByRole('button', { name: /^Give/ }).click();
    await page.getByRole('link', { name: 'Back' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing has been charged' })).toBeVisible();
    await expect(page.getByRole('link', { name: /^Back to Eleven million/ })).toBeVisible();
    await page.getByRole('link', { name: 'Continue to payment' }).click();
    await payWith(page, cards.works, freshAddress());
    await expect(page.getByText('Your gift of €25 has arrived')).toBeVisible();
  });

  test('turns back to change the amount, which is filled in already', async ({ page }) => {
    await page.getByLabel('Another amount').fill('33');
    await page.getByRole('button', { name: /^Give/ }).click();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('link', { name: 'Change amount or frequency' }).click();
    await expect(page.getByLabel('Another amount')).toHaveValue('33');
    await expect(page.getByRole('link', { name: stories.en.headline })).toBeVisible();
  });

  test('has a card declined, and pays with another', async ({ page }) => {
    await page.getByRole('button', { name: /^Give/ }).click();
    const address = freshAddress();
    await payWith(page, cards.declined, address);
    await expect(page.getByText('Your card was declined')).toBeVisible();
    await payWith(page, cards.works, address);
    await expect(page.getByText('Your gift of €25 has arrived')).toBeVisible();
  });

  test('confirms the payment with the bank', async ({ page }) => {
    await page.getByRole('button', { name: /^Give/ }).click();
    await payWith(page, cards.asksTheBank, freshAddress());
    await page.getByRole('button', { name: 'Complete authentication' }).click();
    await expect(page.getByText('Your gift of €25 has arrived')).toBeVisible();
  });

  test('comes back after Stripe’s page has expired, and starts again', async ({ page }) => {
    await page.getByRole('radio', { name: '€50' }).check();
    await page.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(page, '€50.00');
    await expireCheckout(page);
    await page.reload();
    await page.getByRole('link', { name: /^Return to/ }).click();
    await expect(page.getByRole('heading', { name: 'This payment page has closed' })).toBeVisible();
    await page.getByRole('link', { name: 'Start again' }).click();
    await expect(page.getByRole('radio', { name: '€50' })).toBeChecked();
    await page.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(page, '€50.00');
  });

  test('goes back with the browser and gives another sum', async ({ page }) => {
    await page.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(page, '€25.00');
    await page.goBack();
    await page.getByRole('radio', { name: '€10', exact: true }).check();
    await page.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(page, '€10.00');
  });

  test('in another currency', async ({ page, javaScriptEnabled }) => {
    if (javaScriptEnabled) {
      await page.getByLabel('Currency').selectOption('GBP');
    } else {
      await page.getByRole('link', { name: 'EUR, change' }).click();
      await page
        .getByRole('navigation', { name: 'Currency' })
        .getByRole('link', { name: 'GBP £' })
        .click();
    }
    await page.getByRole('radio', { name: '£50' }).check();
    await page.getByRole('button', { name: /^Give/ }).click();
    await expectStripe(page, '£50.00');
  });
});

test.describe('Читач підтримує один раз', { tag: '@nojs' }, () => {
  test('запропонованою сумою в гривнях, і сторінка подяки говорить українською', async ({
    page,
  }) => {
    await page.goto(stories.uk.path);
    await page.getByRole('button', { name: /^Підтримати/ }).click();
    await expectStripe(page, '500.00');
    await payWith(page, cards.works, freshAddress());
    await expect(page.getByRole('heading', { level: 1, name: 'Дякуємо' })).toBeVisible();
    await expect(page.getByText(/Ваш внесок 500\s₴ надійшов/)).toBeVisible();
    await expect(page.getByRole('link', { name: /^Повернутися: Вишня/ })).toBeVisible();
  });

  test('і бачить помилку біля поля, а написане лишається', async ({ page }) => {
    await page.goto(stories.uk.path);
    await page.getByLabel('Інша сума').fill('7');
    await page.getByRole('button', { name: /^Підтримати/ }).click();
    await expect(page.getByRole('alert')).toContainText('Найменша сума');
    await expect(page.getByLabel('Інша сума')).toHaveValue('7');
  });
});
