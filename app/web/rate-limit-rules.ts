import { isLoopback } from '../platform/env.ts';

/** At most `points` in `seconds`. */
export interface RateLimitRule {
  readonly points: number;
  readonly seconds: number;
}

const minutes = 60;
const hours = 60 * minutes;

/**
 * Every limit there is. Checkout limits are the defence against card testing, where stolen cards
 * are tried in thousands (https://docs.stripe.com/disputes/prevention/card-testing); sign-in limits
 * keep a six-digit code from being guessed and a mailbox from being filled.
 */
export const rateLimitRules = {
  'checkout-address': { points: 10, seconds: 10 * minutes },
  'checkout-email': { points: 5, seconds: 10 * minutes },
  'checkout-site': { points: 120, seconds: 1 * minutes },
  'offer-code-address': { points: 20, seconds: 10 * minutes },
  'offer-code-site': { points: 300, seconds: 1 * minutes },
  'sign-in-address': { points: 20, seconds: 15 * minutes },
  'sign-in-email': { points: 8, seconds: 15 * minutes },
  'sign-in-email-day': { points: 30, seconds: 24 * hours },
  'email-change-supporter': { points: 6, seconds: 1 * hours },
  'email-change-address': { points: 6, seconds: 24 * hours },
  'export-supporter': { points: 10, seconds: 1 * hours },
  'passkey-address': { points: 60, seconds: 15 * minutes },
  'passkey-site': { points: 600, seconds: 1 * minutes },
  'card-membership': { points: 30, seconds: 1 * hours },
  'receipt-supporter': { points: 5, seconds: 1 * hours },
  // Each of them writes a mail and asks Stripe, and a mail's link needs no sign-in.
  'ending-membership': { points: 12, seconds: 1 * hours },
  'gift-code-address': { points: 20, seconds: 15 * minutes },
  'gift-code-site': { points: 300, seconds: 1 * minutes },
  // A browser says it once per test, and many share an address.
  'ask-view-address': { points: 120, seconds: 10 * minutes },
  'sign-in-site': { points: 300, seconds: 1 * minutes },
} as const satisfies Record<string, RateLimitRule>;
export type RateLimitName = keyof typeof rateLimitRules;

/**
 * What a client's address counts as, or null when it counts as nobody: a loopback address is this
 * machine or a proxy on it, and one bucket for all its readers would lock everyone out at once.
 * An IPv6 client usually holds a whole /64, so that is what is counted.
 */
export function clientBucket(address: string): string | null {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (bare === '' || isLoopback(bare)) return null;
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const rest = tail === '' ? 0 : tail.split(':').length;
    while (groups.length + rest < 8) groups.push('0');
  }
  const network = groups.slice(0, 4);
  while (network.length < 4) network.push('0');
  return `${network.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
