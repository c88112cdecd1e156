import type { CurrencyCode } from './currencies.ts';

declare const minorUnits: unique symbol;
/** An integer count of a currency's smallest unit (cents, kopiykas, yen). Made only by {@link money}. */
export type MinorUnits = number & { readonly [minorUnits]: true };

/** An amount of money. Never a float, never without its currency. */
export interface Money {
  readonly amountMinor: MinorUnits;
  readonly currency: CurrencyCode;
}

/**
 * Makes an amount from integer minor units.
 * @throws RangeError when the number is not a safe integer: that is a bug in the caller.
 */
export function money(amountMinor: number, currency: CurrencyCode): Money {
  if (!Number.isSafeInteger(amountMinor)) {
    throw new RangeError(`Not a whole number of minor units: ${amountMinor} ${currency}`);
  }
  return { amountMinor: (amountMinor === 0 ? 0 : amountMinor) as MinorUnits, currency };
}

/** @throws RangeError when the currencies differ: currencies are never added up. */
export function addMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.amountMinor + b.amountMinor, a.currency);
}

/** @throws RangeError when the currencies differ. */
export function subtractMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.amountMinor - b.amountMinor, a.currency);
}

export function negateMoney(a: Money): Money {
  return money(0 - a.amountMinor, a.currency);
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new RangeError(`Refusing to add ${a.currency} and ${b.currency}`);
  }
}
