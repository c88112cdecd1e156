import { type Page, expect } from '@playwright/test';
import { stripeApiVersion } from '../../app/gateways/stripe/client.server.ts';
import { cards, payWith } from './giving-steps.ts';

/** Becomes a patron with the tier's 10 euros a month; the browser is signed in afterwards. */
export async function becomePatron(page: Page, address: string, prefix = ''): Promise<void> {
  await page.goto(`${prefix}/join?currency=EUR`);
  await page.getByRole('radio', { name: /^(Patron|Меценат)$/ }).check();
  await page.getByRole('button', { name: /^(Become a patron|Стати патроном)/ }).click();
  await payWith(page, cards.works, address);
  await expect(page).toHaveURL(/\/thanks\/membership\//);
}

/** The text of the mail to an address whose subject has these words. */
export async function readMail(address: string, subject: string): Promise<string> {
  const query = new URLSearchParams({ to: address, subject, timeout: '20000' });
  const answer = await fetch(`${process.env['E2E_MAILBOX_URL'] ?? ''}/api/wait?${query}`);
  expect(answer.status, `a mail “${subject}” to ${address}`).toBe(200);
  return ((await answer.json()) as { text: string }).text;
}

/** The link of a mail that does one thing without signing in. */
export function linkOf(text: string, act: 'cancellation' | 'continuation'): string {
  const link = new RegExp(`^http\\S+/links/${act}/\\S+$`, 'm').exec(text)?.[0];
  expect(link, `a link for ${act}`).toBeDefined();
  return link ?? '';
}

/** Ends a patron's subscription now, as Stripe does when its day has come. */
export async function letItEnd(address: string): Promise<void> {
  const { data: customers } = await ask<{ data: { id: string }[] }>(
    `customers?email=${encodeURIComponent(address)}`,
  );
  const { data: subscriptions } = await ask<{ data: { id: string }[] }>(
    `subscriptions?customer=${customers[0]?.id ?? ''}`,
  );
  await ask(`subscriptions/${subscriptions[0]?.id ?? ''}`, 'DELETE');
}

async function ask<Answer>(path: string, method = 'GET'): Promise<Answer> {
  const answer = await fetch(`${process.env['E2E_STRIPE_URL'] ?? ''}/v1/${path}`, {
    method,
    headers: { Authorization: 'Bearer sk_test_sandbox', 'Stripe-Version': stripeApiVersion },
  });
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return JSON.parse(text) as Answer;
}
