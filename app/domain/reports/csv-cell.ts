import { minorDigits } from '../../kernel/currencies.ts';
import type { Money } from '../../kernel/money.ts';

/**
 * A text cell that no spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection
 * Amounts are ours and numbers, so they do not pass through here: a refund stays "-5.00".
 */
export function textCell(value: string | null): string {
  if (!value) return '';
  return /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/.test(value) ? `'${value}` : value;
}

/** A plain decimal without grouping: "1234.50", "-5.00", "2500" (yen). Its currency has its own column. */
export function amountCell(amount: Money | null): string {
  if (!amount) return '';
  const digits = minorDigits(amount.currency);
  if (digits === 0) return String(amount.amountMinor);
  const magnitude = String(Math.abs(amount.amountMinor)).padStart(digits + 1, '0');
  const sign = amount.amountMinor < 0 ? '-' : '';
  return `${sign}${magnitude.slice(0, -digits)}.${magnitude.slice(-digits)}`;
}

/** An instant in UTC to the second, as every spreadsheet reads it. */
export function instantCell(instant: Date | null): string {
  return instant ? instant.toISOString().slice(0, 19).replace('T', ' ') : '';
}
