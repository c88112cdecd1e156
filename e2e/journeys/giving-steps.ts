import { type Page, expect } from '@playwright/test';
import { stripeApiVersion } from '../../app/gateways/stripe/client.server.ts';

/** A story of the demo newsroom with extras, in each language, and what its page says. */
export const stories = {
  en: {
    path: '/investigations/eleven-million-of-red-paint',
    headline: /Eleven million hryvnias/,
    inExtra: /down to a coffee ring on page 31/,
  },
  uk: { path: '/uk/culture/varenyky-z-vyshniamy', headline: /Вишня з кісточкою/ },
};

export const cards = {
  works: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  asksTheBank: '4000 0027 6000 3184',
};

/** An address that no other test writes to. */
export function freshAddress(): string {
  return `reader-${crypto.randomUUID()}@example.org`;
}

/** Waits for Stripe's page, as a reader would see it. */
export async function expectStripe(page: Page, sum: string): Promise<void> {
  await expect(page.getByLabel(/^(Card number|Номер картки)$/)).toBeVisible();
  await expect(page.getByText(sum).first()).toBeVisible();
}

/** Fills in Stripe's page and pays. */
export async function payWith(page: Page, card: string, email: string | null): Promise<void> {
  if (email !== null) await page.getByLabel(/^(Email|Електронна пошта)$/).fill(email);
  await page.getByLabel(/^(Card number|Номер картки)$/).fill(card);
  await page.getByLabel(/^(Expiration|Дійсна до)/).fill('12 / 34');
  await page.getByLabel('CVC').fill('123');
  await page.getByLabel(/^(Cardholder name|Ім’я власника картки)$/).fill('Test Reader');
  await page
    .getByRole('button', { name: /^(Pay|Donate|Subscribe|Сплатити|Пожертвувати|Підписатися)/ })
    .click();
}

/** The mail that comes to an address: the latest, or the one whose subject has these words. */
export async function mailTo(
  address: string,
  subject: RegExp,
  words = '',
): Promise<{ subject: string; text: string }> {
  const mailbox = process.env['E2E_MAILBOX_URL'] ?? '';
  const answer = await fetch(
    `${mailbox}/api/wait?${new URLSearchParams({ to: address, timeout: '20000', ...(words ? { subject: words } : {}) })}`,
  );
  expect(answer.status, `a mail to ${address}`).toBe(200);
  const mail = (await answer.json()) as { subject: string; text: string };
  expect(mail.subject).toMatch(subject);
  return mail;
}

/** Lets the open payment page expire now, as Stripe does by itself in time. */
export async function expireCheckout(page: Page): Promise<void> {
  const { origin, pathname } = new URL(page.url());
  const session = pathname.split('/').at(-1) ?? '';
  const answer = await fetch(`${origin}/v1/checkout/sessions/${session}/expire`, {
    method: 'POST',
    headers: { Authorization: 'Bearer sk_test_sandbox', 'Stripe-Version': stripeApiVersion },
  });
  expect(answer.status, await answer.text()).toBe(200);
}
