import { type TierMinimum, noticeBounds } from '../../domain/memberships/prices/price-change.ts';
import type { TierToEdit } from '../../domain/memberships/prices/read-tier-to-edit.server.ts';
import { givingCurrencies, minorDigits, minorPerMajor } from '../../kernel/currencies.ts';
import { type AmountRules, amountProblem, intervals } from '../../kernel/giving-amounts.ts';
import { parseAmount } from '../../kernel/parse-amount.ts';
import type { MessageKey } from '../../messages/translate.ts';

export interface PricesForm {
  readonly minimums: readonly TierMinimum[];
  /** Null: present patrons keep what they pay. */
  readonly noticeDays: number | null;
  readonly errors: Readonly<Record<string, MessageKey>>;
}

/** New minimums as they were typed, within the bounds that every membership has. */
export function readPricesForm(
  typed: Readonly<Record<string, string>>,
  rules: AmountRules,
): PricesForm {
  const errors: Record<string, MessageKey> = {};
  const minimums = givingCurrencies.flatMap((currency) =>
    intervals.flatMap((interval): TierMinimum[] => {
      const name = `${currency}-${interval}`;
      const text = typed[name]?.trim() ?? '';
      if (text === '') return [];
      const parsed = parseAmount(text, currency);
      if (!parsed.ok || parsed.value.amountMinor <= 0) {
        errors[name] = 'tiers.error.minimum';
        return [];
      }
      const { amountMinor } = parsed.value;
      const frequency = interval === 'month' ? 'monthly' : 'yearly';
      if (amountProblem(rules, { amountMinor, currency }, frequency)) {
        errors[name] = 'tiers.error.minimumBounds';
        return [];
      }
      return [{ currency, interval, minimumMinor: amountMinor }];
    }),
  );
  const patrons = typed['patrons'] ?? '';
  if (patrons !== 'keep' && patrons !== 'move') errors['patrons'] = 'tiers.error.patrons';
  const days = /^\d{1,3}$/.test(typed['noticeDays']?.trim() ?? '')
    ? Number(typed['noticeDays'])
    : 0;
  if (patrons === 'move' && (days < noticeBounds.least || days > noticeBounds.most))
    errors['noticeDays'] = 'tiers.error.noticeDays';
  return { minimums, noticeDays: patrons === 'move' ? days : null, errors };
}

/** A tier's minimums as its form shows them: "12.50". */
export function typedPrices(tier: TierToEdit): Record<string, string> {
  return Object.fromEntries(
    tier.minimums.map(({ currency, interval, minimumMinor }) => {
      const per = minorPerMajor(currency);
      const rest = minimumMinor % per;
      const whole = String(Math.floor(minimumMinor / per));
      const text =
        rest === 0 ? whole : `${whole}.${String(rest).padStart(minorDigits(currency), '0')}`;
      return [`${currency}-${interval}`, text];
    }),
  );
}
