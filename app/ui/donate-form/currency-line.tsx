import type { GivingFormView } from '../../domain/asks/giving-form.ts';
import { useLocale } from '../use-locale.ts';

/**
 * Which currency, and the way to another: a link to the full form, which the script turns into a
 * chooser in place.
 */
export function CurrencyLine({ form, prefix }: { form: GivingFormView; prefix: string }) {
  const { t, href } = useLocale();
  const query = new URLSearchParams();
  if (form.articleSlug) query.set('article', form.articleSlug);
  if (form.campaignSlug) query.set('campaign', form.campaignSlug);
  query.set('currency', form.currency);
  return (
    <div
      className="field donate-form__currency"
      data-currency-line=""
      data-id={`${prefix}-currency`}
    >
      <span className="field__label">{t('giving.currency')}</span>
      <a className="donate-form__currency-link" href={`${href('/donate')}?${query}#currency`}>
        {t('giving.changeCurrency', { currency: form.currency })}
      </a>
    </div>
  );
}
