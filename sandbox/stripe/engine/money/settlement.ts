import { decimalsOf } from './currencies.ts';

/** How the account settles and what Stripe keeps: options of the sandbox, Stripe's figures by default. */
export interface MoneyRules {
  settlementCurrency: string;
  /** Millionths of a euro per major unit. */
  rates: Record<string, number>;
  fees: {
    /** Rates in basis points, fixed parts in minor units of the settlement currency. */
    domestic: { rate: number; fixed: number };
    international: { rate: number; fixed: number };
    bankDebit: { rate: number; fixed: number };
    conversionRate: number;
    dispute: number;
  };
}

/**
 * Countries whose cards pay the lower fee of an account in the European Economic Area
 * (https://stripe.com/en-ie/pricing).
 */
const EEA = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE'.split(
    ' ',
  ),
);

/** Divides and rounds half away from zero, in integers. */
export function divideRounded(numerator: number, denominator: number): number {
  const sign = numerator < 0 ? -1 : 1;
  return sign * Math.floor((Math.abs(numerator) * 2 + denominator) / (denominator * 2));
}

/** Converts minor units to minor units of the settlement currency, rounding half up once. */
export function settle(amount: number, currency: string, rules: MoneyRules): number {
  if (currency === rules.settlementCurrency) return amount;
  const from = rules.rates[currency] ?? 0;
  const to = rules.rates[rules.settlementCurrency] ?? 1;
  const scale = 10 ** (decimalsOf(rules.settlementCurrency) - decimalsOf(currency) + 2);
  return divideRounded(amount * from * scale, to * 100);
}

/** Major units of the settlement currency for one major unit; `null` when nothing is converted. */
export function exchangeRate(currency: string, rules: MoneyRules): number | null {
  if (currency === rules.settlementCurrency) return null;
  return (rules.rates[currency] ?? 0) / (rules.rates[rules.settlementCurrency] ?? 1);
}

/** The least amount of a currency that is worth 50 cents of the settlement currency. */
export function minimumEquivalent(currency: string, rules: MoneyRules): number {
  const one = settle(10 ** decimalsOf(currency) * 1000, currency, rules);
  return Math.ceil((50 * 10 ** decimalsOf(currency) * 1000) / Math.max(1, one));
}

export interface Fee {
  amount: number;
  description: string;
}

/**
 * The fees on one payment, from the settled gross. Each part is rounded half up on its own, which
 * is how the two lines of `fee_details` always add up to `fee`.
 */
export function paymentFees(
  gross: number,
  payment: { currency: string; method: 'card' | 'sepa_debit'; country: string | null },
  rules: MoneyRules,
): Fee[] {
  const { fees } = rules;
  let tariff = EEA.has(payment.country ?? '') ? fees.domestic : fees.international;
  if (payment.method === 'sepa_debit') tariff = fees.bankDebit;
  const processing = Math.min(gross, divideRounded(gross * tariff.rate, 10_000) + tariff.fixed);
  const found: Fee[] = [{ amount: processing, description: 'Stripe processing fees' }];
  if (payment.currency !== rules.settlementCurrency) {
    const amount = divideRounded(gross * fees.conversionRate, 10_000);
    if (amount > 0) found.push({ amount, description: 'Stripe currency conversion fee' });
  }
  return found;
}
