import type { TierView } from '../../domain/memberships/tier.ts';
import type { GivingCurrency } from '../../kernel/currencies.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Translate } from '../../messages/translate.ts';

/** What the script of the join form is told by the page. */
export interface JoinScriptData {
  readonly locale: Locale;
  readonly currency: GivingCurrency;
  /** By tier: the least it costs, in minor units. */
  readonly minimums: Readonly<
    Record<string, { readonly monthly: number; readonly yearly: number }>
  >;
  readonly words: {
    readonly join: { readonly monthly: string; readonly yearly: string };
    readonly joinNoSum: string;
    readonly coverSum: string;
    readonly coverOwn: string;
  };
}

/** The data as JSON that may stand inside a `<script>`: no `<` survives. */
export function joinScriptData(
  tiers: readonly TierView[],
  currency: GivingCurrency,
  locale: Locale,
  t: Translate,
): string {
  const data: JoinScriptData = {
    locale,
    currency,
    minimums: Object.fromEntries(
      tiers.map((tier) => [
        tier.slug,
        {
          monthly: tier.minimums[currency].month.amountMinor,
          yearly: tier.minimums[currency].year.amountMinor,
        },
      ]),
    ),
    words: {
      join: {
        monthly: t('giving.joinSum.monthly', { sum: '{sum}' }),
        yearly: t('giving.joinSum.yearly', { sum: '{sum}' }),
      },
      joinNoSum: t('giving.join'),
      coverSum: t('giving.coverFeeSum', { cover: '{cover}', total: '{total}' }),
      coverOwn: t('giving.coverFeeOwn'),
    },
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
