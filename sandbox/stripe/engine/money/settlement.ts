import { decimalsOf } from './currencies.ts';

/** How the account settles and what Stripe keeps: options of the sandbox, Stripe's figures by default. */
export interface MoneyRules {
  /** The account's default; what comes in any currency that is not settled in itself is converted to it. */
  settlementCurrency: string;
  /**
   * Further currencies for which the account has a bank account: they are kept and paid out
   * unconverted (https://docs.stripe.com/payouts/multicurrency-settlement).
   */
  alsoSettles: readonly string[];
  /** Millionths of a euro per major unit. */
  rates: Record<string, number>;
  fees: {
    /** Rates in basis points, fixed parts in minor units of the default settlement currency. */
    domestic: { rate: number; fixed: number };
    international: { rate: number; fixed: number };
    bankDebit: { rate: number; fixed: number };
    conversionRate: number;
    /** For receiving a dispute, whatever its outcome. */
    dispute: number;
    /** Whether the fee comes back when the dispute is won; for new disputes Stripe keeps it. */
    disputeReturnedWhenWon: boolean;
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

/** A part of an amount for a part of a time, rounded half away from zero; exact for any amounts. */
export function prorate(amount: number, seconds: number, ofSeconds: number): number {
  const sign = amount < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(amount)) * BigInt(seconds);
  const of = BigInt(ofSeconds);
  return sign * Number((whole * 2n + of) / (of * 2n));
}

/** The currency in which the account keeps what it takes in a currency. */
export function settlementCurrencyOf(currency: string, rules: MoneyRules): string {
  return rules.alsoSettles.includes(currency) ? currency : rules.settlementCurrency;
}

/** Converts minor units to minor units of the currency's settlement currency, rounding half up once. */
export function settle(amount: number, currency: string, rules: MoneyRules): number {
  return convert(amount, currency, settlementCurrencyOf(currency, rules), rules);
}

/** Major units of the settlement currency for one major unit; `null` when nothing is converted. */
export function exchangeRate(currency: string, rules: MoneyRules): number | null {
  const settled = settlementCurrencyOf(currency, rules);
  if (currency === settled) return null;
  return (rules.rates[currency] ?? 0) / (rules.rates[settled] ?? 1);
}

/** A fixed fee of the price list, in minor units of the settlement currency of a payment. */
export function fixedFee(minor: number, currency: string, rules: MoneyRules): number {
  const settled = settlementCurrencyOf(currency, rules);
  return convert(minor, rules.settlementCurrency, settled, rules);
}

function convert(amount: number, from: string, to: string, rules: MoneyRules): number {
  if (from === to) return amount;
  const scale = 10 ** (decimalsOf(to) - decimalsOf(from) + 2);
  return divideRounded(amount * (rules.rates[from] ?? 0) * scale, (rules.rates[to] ?? 1) * 100);
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
  const fixed = fixedFee(tariff.fixed, payment.currency, rules);
  const processing = Math.min(gross, divideRounded(gross * tariff.rate, 10_000) + fixed);
  const found: Fee[] = [{ amount: processing, description: 'Stripe processing fees' }];
  if (payment.currency !== settlementCurrencyOf(payment.currency, rules)) {
    const amount = divideRounded(gross * fees.conversionRate, 10_000);
    if (amount > 0) found.push({ amount, description: 'Stripe currency conversion fee' });
  }
  return found;
}
