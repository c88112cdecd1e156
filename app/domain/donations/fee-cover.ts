import type { CurrencyCode } from '../../kernel/currencies.ts';
import { type Money, money } from '../../kernel/money.ts';

interface FeeRate {
  /** Stripe's share, in hundredths of a per cent. */
  readonly basisPoints: number;
  /** Stripe's fixed part, in minor units. */
  readonly fixedMinor: number;
}

/**
 * What an ordinary card payment costs, by currency: Stripe's public prices
 * (https://stripe.com/pricing), for a newsroom in the euro area. Only used to
 * suggest what covers the fee; reports show what Stripe really kept.
 */
const rates: Record<string, FeeRate> = {
  EUR: { basisPoints: 150, fixedMinor: 25 },
  USD: { basisPoints: 290, fixedMinor: 30 },
  GBP: { basisPoints: 150, fixedMinor: 20 },
  CAD: { basisPoints: 290, fixedMinor: 30 },
  AUD: { basisPoints: 290, fixedMinor: 30 },
  NZD: { basisPoints: 290, fixedMinor: 30 },
  UAH: { basisPoints: 325, fixedMinor: 1_100 },
  JPY: { basisPoints: 360, fixedMinor: 0 },
};
const otherRate: FeeRate = { basisPoints: 325, fixedMinor: 30 };

/**
 * What to add so that the newsroom gets the whole amount after the fee, in integer minor units:
 * total = ceil((amount + fixed) / (1 - rate)).
 */
export function feeCover(amount: Money): { cover: Money; total: Money } {
  const { basisPoints, fixedMinor } = rateOf(amount.currency);
  const whole = (amount.amountMinor + fixedMinor) * 10_000;
  const total = Math.ceil(whole / (10_000 - basisPoints));
  return {
    cover: money(total - amount.amountMinor, amount.currency),
    total: money(total, amount.currency),
  };
}

/** For the browser script, which computes the same sum while one types. */
export function rateOf(currency: CurrencyCode): FeeRate {
  return rates[currency] ?? otherRate;
}
