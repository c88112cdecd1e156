import { type CurrencyCode, minorDigits } from './currencies.ts';
import { type Money, money } from './money.ts';
import { type Result, fail, ok } from './result.ts';

/**
 * Reads an amount as a person types it: "12", "12,50", "12.50", "1 000", "1,000.00", "€ 5", "100 грн".
 *
 * One separator followed by one or two digits is the decimal sign; followed by three it groups
 * thousands. Never goes through a float.
 */
export function parseAmount(
  typed: string,
  currency: CurrencyCode,
): Result<Money, 'amount_missing' | 'amount_unreadable'> {
  const trimmed = typed.normalize('NFKC').trim();
  if (trimmed === '') return fail('amount_missing');
  const bare = trimmed.replace(/^[^\d.,-]+|[^\d.,-]+$/gu, '').replace(/[\s'’_]/gu, '');
  const parts = splitDecimals(bare);
  if (!parts) return fail('amount_unreadable');
  const digits = minorDigits(currency);
  const fraction = parts.fraction.padEnd(digits, '0');
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits))) {
    return fail('amount_unreadable');
  }
  const minor = Number(parts.whole + fraction.slice(0, digits));
  if (!Number.isSafeInteger(minor)) return fail('amount_unreadable');
  return ok(money(minor, currency));
}

function splitDecimals(bare: string): { whole: string; fraction: string } | null {
  const plain = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(bare);
  if (plain) return { whole: plain[1] ?? '', fraction: plain[2] ?? '' };
  const commasGroup = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(bare);
  if (commasGroup) {
    return { whole: (commasGroup[1] ?? '').replaceAll(',', ''), fraction: commasGroup[2] ?? '' };
  }
  const dotsGroup = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(bare);
  if (dotsGroup) {
    return { whole: (dotsGroup[1] ?? '').replaceAll('.', ''), fraction: dotsGroup[2] ?? '' };
  }
  return null;
}
