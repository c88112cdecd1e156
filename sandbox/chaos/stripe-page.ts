import type { Answer, Browser } from './browser.ts';

export const cards = {
  works: '4242424242424242',
  declined: '4000000000000002',
  withoutMoney: '4000000000009995',
  asksTheBank: '4000002760003184',
  disputed: '4000000000000259',
  refundFails: '4000000000005126',
};
export type Card = keyof typeof cards;

/** Fills in Stripe's page and pays. Answers where it leads back to, or null when the card was refused. */
export async function payOnPage(
  browser: Browser,
  checkoutUrl: string,
  payer: { email: string; card: Card },
): Promise<string | null> {
  const answer = await browser.post(checkoutUrl, {
    method: 'card',
    email: payer.email,
    cardNumber: cards[payer.card],
    expiry: '12 / 39',
    cvc: '123',
    cardName: 'Chaos Reader',
    country: 'DE',
  });
  if (answer.status === 402) return null;
  const onward = leadsOn(answer);
  if (!new URL(onward).pathname.endsWith('/authenticate')) return onward;
  return leadsOn(await browser.post(onward, { result: 'complete' }));
}

/** @throws when a page does not lead on: then the sandbox itself, or this tool, is at fault */
function leadsOn(answer: Answer): string {
  if (answer.location) return answer.location;
  throw new Error(`Stripe's page answered ${answer.status}: ${answer.url}`);
}

/** The session's id in the address of its page. */
export function sessionIn(checkoutUrl: string): string {
  return /cs_test_\w+/.exec(checkoutUrl)?.[0] ?? '';
}
