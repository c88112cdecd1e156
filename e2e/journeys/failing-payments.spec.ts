import { type APIRequestContext, type Page, expect, test } from '@playwright/test';
import { stripeApiVersion } from '../../app/gateways/stripe/client.server.ts';
import { expectNoViolations } from './accessibility-steps.ts';
import { cards, freshAddress, payWith } from './giving-steps.ts';

const failingCard = '4000000000000341';
const anotherCard = '5555 5555 5555 4444';

/** Becomes a patron with 10 euros a month; the browser is signed in afterwards. */
async function becomePatron(page: Page, address: string): Promise<void> {
  await page.goto('/join?currency=EUR');
  await page.getByRole('radio', { name: 'Patron', exact: true }).check();
  await page.getByRole('button', { name: /^Become a patron/ }).click();
  await payWith(page, cards.works, address);
  await expect(page).toHaveURL(/\/thanks\/membership\//);
}

interface Found {
  readonly data: readonly { readonly id: string }[];
}

/** The patron's card is one that is declined from now on, and a period begins: so it fails today. */
async function failTheNextPayment(
  request: APIRequestContext,
  address: string,
  card: string,
): Promise<void> {
  const stripe = process.env['E2E_STRIPE_URL'] ?? '';
  const headers = { Authorization: 'Bearer sk_test_sandbox', 'Stripe-Version': stripeApiVersion };
  const find = async (path: string): Promise<string> => {
    const answer = await request.get(`${stripe}${path}`, { headers });
    const { data } = (await answer.json()) as Found;
    return data[0]?.id ?? '';
  };
  const customer = await find(`/v1/customers?email=${encodeURIComponent(address)}`);
  const subscription = await find(`/v1/subscriptions?customer=${customer}`);
  const replaced = await request.post(`${stripe}/_sandbox/replace-card`, {
    data: { customer, number: card },
  });
  expect(replaced.status(), await replaced.text()).toBe(200);
  const renewed = await request.post(`${stripe}/v1/subscriptions/${subscription}`, {
    headers,
    form: { 'billing_cycle_anchor[type]': 'now', proration_behavior: 'none' },
  });
  expect(renewed.status(), await renewed.text()).toBe(200);
}

/** Saves a card on Stripe's page. */
async function saveCard(page: Page, card: string): Promise<void> {
  await page.getByLabel(/^(Card number|Номер картки)$/).fill(card);
  await page.getByLabel(/^(Expiration|Дійсна до)/).fill('12 / 34');
  await page.getByLabel('CVC').fill('123');
  await page.getByLabel(/^(Cardholder name|Ім’я власника картки)$/).fill('Test Reader');
  await page.getByRole('button', { name: /^(Save|Зберегти)/ }).click();
}

async function mailAbout(address: string, subject: string): Promise<string> {
  const mailbox = process.env['E2E_MAILBOX_URL'] ?? '';
  const query = `to=${encodeURIComponent(address)}&subject=${encodeURIComponent(subject)}&timeout=30000`;
  const answer = await fetch(`${mailbox}/api/wait?${query}`);
  expect(answer.status, `a mail to ${address}`).toBe(200);
  return ((await answer.json()) as { text: string }).text;
}

test.describe('A patron whose payment failed', { tag: '@nojs' }, () => {
  test('sees it on every page of the account, and pays with another card in one click and Stripe’s page', async ({
    page,
    request,
  }) => {
    const address = freshAddress();
    await becomePatron(page, address);
    await failTheNextPayment(request, address, failingCard);
    await mailAbout(address, 'did not go through');

    await page.goto('/account/payments');
    await expect(page.getByText('Your last payment did not go through')).toBeVisible();
    await page.goto('/account');
    await expect(page.getByText(/^€10 for your membership is still open/)).toBeVisible();
    await expect(page.getByText(/Your extras stay open until \d/)).toBeVisible();
    await expectNoViolations(page);

    await page.getByRole('button', { name: 'Use another card' }).click();
    await saveCard(page, anotherCard);
    await expect(page.getByRole('heading', { name: 'Paid. Thank you.' })).toBeVisible();
    await expect(page.getByText(/^€10 has been charged/)).toBeVisible();
    await expectNoViolations(page);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Paid. Thank you.' })).toBeVisible();

    await page.goto('/account/payments');
    await expect(page.getByText('Your last payment did not go through')).toBeHidden();
    await expect(page.getByRole('link', { name: /^Receipt of/ })).toHaveCount(2);
    await page.goto('/account/membership/card');
    await expect(page.getByText('Mastercard ending in 4444')).toBeVisible();
  });

  test('mends it from the mail without signing in: one click and Stripe’s page', async ({
    page,
    browser,
    request,
  }) => {
    const address = freshAddress();
    await becomePatron(page, address);
    await failTheNextPayment(request, address, failingCard);
    const mail = await mailAbout(address, 'did not go through');
    const link = /^\s*(http\S+\/links\/card\/\S+)\s*$/m.exec(mail)?.[1] ?? '';

    const elsewhere = await browser.newContext();
    const reader = await elsewhere.newPage();
    await reader.goto(link);
    await saveCard(reader, failingCard);
    await expect(
      reader.getByRole('heading', { name: 'The new card was declined, too' }),
    ).toBeVisible();
    await expect(reader.getByText('The bank declined it without saying why.')).toBeVisible();
    await reader.getByRole('link', { name: 'Enter another card' }).click();
    await saveCard(reader, anotherCard);
    await expect(reader.getByRole('heading', { name: 'Paid. Thank you.' })).toBeVisible();
    await expect(reader.getByText(address)).toBeHidden();
    await expect(reader.getByRole('link', { name: 'End the membership instead' })).toBeVisible();
    await expectNoViolations(reader);

    await reader.goto(link);
    await expect(reader.getByRole('heading', { name: 'Everything is paid' })).toBeVisible();
    await expectNoViolations(reader);
    await reader.goto('/account');
    await expect(reader).toHaveURL(/\/sign-in/);
    await elsewhere.close();
  });
});

test('A patron whose bank asks is led to confirm, and can replace a card that works', async ({
  page,
  request,
}) => {
  const address = freshAddress();
  await becomePatron(page, address);

  // Two clicks from the account to Stripe's page.
  await page.goto('/account');
  await page.getByRole('link', { name: 'Payment card' }).click();
  await page.getByRole('button', { name: 'Enter another card' }).click();
  await saveCard(page, anotherCard);
  await expect(page.getByRole('heading', { name: 'The new card is saved' })).toBeVisible();
  await expectNoViolations(page);

  await failTheNextPayment(request, address, cards.asksTheBank.replaceAll(' ', ''));
  await mailAbout(address, 'Please confirm');
  await page.goto('/account');
  await expect(page.getByText('Your bank asks you to confirm a payment')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Confirm the payment' }).click();
  await expect(page).toHaveURL(/\/i\//);
});
