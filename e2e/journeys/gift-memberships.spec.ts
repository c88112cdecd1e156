import { expect, test } from '@playwright/test';
import { readPdf } from '../../app/gateways/pdf/testing/read-pdf.ts';
import { expectNoViolations } from './accessibility-steps.ts';
import { cards, expectStripe, freshAddress, payWith, stories } from './giving-steps.ts';
import { readSignInMail } from './signing-in-steps.ts';

async function claimLink(address: string): Promise<string> {
  const mailbox = process.env['E2E_MAILBOX_URL'] ?? '';
  const query = `to=${encodeURIComponent(address)}&subject=${encodeURIComponent('gives you')}&timeout=20000`;
  const answer = await fetch(`${mailbox}/api/wait?${query}`);
  expect(answer.status, `a gift to ${address}`).toBe(200);
  const { text } = (await answer.json()) as { text: string };
  return /http\S+\/gift\/claim\/\S+/.exec(text)?.[0] ?? '';
}

test(
  'Somebody gives a membership by mail, and its recipient claims it without an account',
  { tag: '@nojs' },
  async ({ page, browser, isMobile }) => {
    const recipient = freshAddress();
    await page.goto('/gift?currency=EUR');
    await expectNoViolations(page);
    await page.getByRole('radio', { name: '3 months' }).check();
    await page.getByLabel('To', { exact: true }).fill('Olha');
    await page.getByLabel('From', { exact: true }).fill('');
    await page.getByLabel('A few words (optional)').fill('For the long evenings.');
    await page.getByLabel('The recipient’s e-mail address').fill('nobody');
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await expect(page.getByRole('alert')).toContainText('Please say from whom it is.');
    await expect(page.getByRole('alert')).toContainText('This does not look like an e-mail');
    await expect(page.getByLabel('To', { exact: true })).toHaveValue('Olha');
    await expect(page.getByLabel('A few words (optional)')).toHaveValue('For the long evenings.');
    await expect(page.getByRole('radio', { name: '3 months' })).toBeChecked();
    await page.getByLabel('From', { exact: true }).fill('Ivan');
    await page.getByLabel('The recipient’s e-mail address').fill(recipient);
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await expectStripe(page, '€30.00');
    await payWith(page, cards.works, freshAddress());
    await expect(page.getByRole('heading', { name: 'Thank you, it is paid' })).toBeVisible();
    await expect(page.getByText(`It is on its way to ${recipient}.`)).toBeVisible();
    await expectNoViolations(page);

    const link = await claimLink(recipient);
    const theirs = await (
      await browser.newContext({ viewport: { width: isMobile ? 360 : 1440, height: 900 } })
    ).newPage();
    await theirs.goto(link);
    await expect(
      theirs.getByRole('heading', { name: 'Ivan gives you a membership' }),
    ).toBeVisible();
    await expect(theirs.getByText('For the long evenings.')).toBeVisible();
    await expectNoViolations(theirs);
    await theirs.getByRole('link', { name: 'Continue with your e-mail address' }).click();
    await theirs.getByLabel('Mail address').fill(recipient);
    await theirs.getByRole('button', { name: 'Send me a sign-in mail' }).click();
    await expect(theirs).toHaveURL(/\/sign-in\/code$/);
    await theirs.waitForLoadState();
    const { code } = await readSignInMail(recipient);
    await theirs.getByLabel('Six-digit code').fill(code);
    await theirs.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(theirs).toHaveURL(new URL(link).pathname);
    await theirs.getByRole('button', { name: 'Claim it' }).click();
    await expect(theirs.getByRole('heading', { name: 'It is yours' })).toBeVisible();
    await theirs.goto(stories.en.path);
    await expect(theirs.getByText(stories.en.inExtra)).toBeVisible();
    await theirs.context().close();

    await page.goto('/account/gifts');
    await expect(page.getByText(/^Claimed on/)).toBeVisible();
  },
);

test('Somebody prints a card, and a patron adds it to their membership', async ({
  page,
  browser,
}) => {
  await page.goto('/gift?currency=EUR');
  await page.getByLabel('To', { exact: true }).fill('Петро');
  await page.getByLabel('From', { exact: true }).fill('Марія');
  await page.getByRole('radio', { name: /^On a card/ }).check();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await payWith(page, cards.works, freshAddress());
  await expect(page.getByText('Your card is ready to print.')).toBeVisible();
  const address = await page.getByRole('link', { name: 'The card as a PDF' }).getAttribute('href');
  const pdf = await page.request.get(address ?? '');
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  const words = readPdf(await pdf.body()).pages.join('\n');
  expect(words).toContain('Марія');
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(words)?.[0] ?? '';

  const patron = await (await browser.newContext()).newPage();
  const refused = await patron.request.get(address ?? '');
  expect(refused.status()).toBe(404);
  await patron.goto('/join?currency=EUR');
  await patron.getByRole('button', { name: /^Become a patron/ }).click();
  await payWith(patron, cards.works, freshAddress());
  await patron.goto('/gift/claim');
  await patron.getByLabel('Code').fill('not a code');
  await patron.getByRole('button', { name: 'Continue' }).click();
  await expect(patron.getByText(/No gift has this code/)).toBeVisible();
  await patron.getByLabel('Code').fill(code.toLowerCase());
  await patron.getByRole('button', { name: 'Continue' }).click();
  await expect(patron.getByRole('heading', { name: 'Add it to your membership' })).toBeVisible();
  await patron.getByRole('button', { name: 'Add it to my membership' }).click();
  await expect(patron.getByText(/^Your next charge is on/)).toBeVisible();
  await patron.goto('/account/gifts');
  await expect(patron.getByText('added to your membership')).toBeVisible();
  await expectNoViolations(patron);
  await patron.context().close();
});
