import type { GivingFormView } from '../../domain/asks/giving-form.ts';
import type { GivingCurrency } from '../../kernel/currencies.ts';
import type { AmountRules, Frequency } from '../../kernel/giving-amounts.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Translate } from '../../messages/translate.ts';

/** What the script is told by the page: it has no words and no amounts of its own. */
export interface GivingScriptData {
  readonly locale: Locale;
  readonly currencies: readonly GivingCurrency[];
  readonly rules: AmountRules;
  readonly words: {
    readonly give: Record<Frequency, string>;
    readonly giveNoSum: Record<Frequency, string>;
    readonly coverSum: string;
    readonly coverOwn: string;
    readonly currency: string;
    readonly suggest: string;
    readonly ownHint: string;
  };
}

/** The data as JSON that may stand inside a `<script>`: no `<` survives. */
export function scriptData(form: GivingFormView, locale: Locale, t: Translate): string {
  const data: GivingScriptData = {
    locale,
    currencies: form.currencies,
    rules: form.rules,
    words: {
      give: {
        once: t('giving.giveSum.once', { sum: '{sum}' }),
        monthly: t('giving.giveSum.monthly', { sum: '{sum}' }),
        yearly: t('giving.giveSum.yearly', { sum: '{sum}' }),
      },
      giveNoSum: {
        once: t('giving.give.once'),
        monthly: t('giving.give.monthly'),
        yearly: t('giving.give.yearly'),
      },
      coverSum: t('giving.coverFeeSum', { cover: '{cover}', total: '{total}' }),
      coverOwn: t('giving.coverFeeOwn'),
      currency: t('giving.currency'),
      suggest: t('giving.suggestCurrency', { currency: '{currency}' }),
      ownHint: t('giving.ownAmountHint', { currency: '{currency}' }),
    },
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
