import type { GivingCurrency } from '../../kernel/currencies.ts';
import { currencyLabel } from '../donate-form/currency-sign.ts';
import { useLocale } from '../use-locale.ts';

/** Links to the same page in each currency; the others' amounts differ, so the page is drawn anew. */
export function CurrencyLinks({
  current,
  currencies,
  path,
  query,
  isFallback = false,
}: {
  current: GivingCurrency;
  /** What is offered, in its order. */
  currencies: readonly GivingCurrency[];
  path: string;
  query: Readonly<Record<string, string | null>>;
  /** The script offers the same in the form itself, and takes the links away. */
  isFallback?: boolean;
}) {
  const { locale, t } = useLocale();
  if (currencies.length < 2) return null;
  return (
    <nav
      className="currency-links"
      aria-label={t('giving.currency')}
      id="currency"
      data-without-script={isFallback ? '' : undefined}
    >
      <span className="currency-links__label" aria-hidden="true">
        {t('giving.currency')}
      </span>
      {currencies.map((currency) => {
        const kept = Object.entries(query).filter(
          (entry): entry is [string, string] => entry[1] !== null,
        );
        const search = new URLSearchParams([...kept, ['currency', currency]]);
        return (
          <a
            key={currency}
            href={`${path}?${search}#currency`}
            aria-current={currency === current ? 'true' : undefined}
          >
            {currencyLabel(currency, locale)}
          </a>
        );
      })}
    </nav>
  );
}
