import type { GivingFormView } from '../../domain/asks/giving-form.ts';
import { useLocale } from '../use-locale.ts';
import { AmountChoice, FeeCoverChoice, FrequencyChoice } from './amount-choice.tsx';
import { CurrencyLine } from './currency-line.tsx';
import { GiftDetails } from './gift-details.tsx';
import { GiveButton } from './give-button.tsx';
import { OwnAmount } from './own-amount.tsx';
import { scriptData } from './script-data.ts';

/**
 * The form of a gift, once or recurring. Works without a script; `enhance-donate-form.ts` adds sums on
 * the button, the change of currency in place, and the guard against a second click.
 * @param props.prefix makes the ids unique where two forms share a page.
 */
export function DonateForm({ form, prefix }: { form: GivingFormView; prefix: string }) {
  const { locale, t, href } = useLocale();
  return (
    <form className="donate-form" method="post" action={href('/donate')} data-giving-form="donate">
      <input type="hidden" name="currency" value={form.currency} />
      <HiddenField name="article" value={form.articleSlug} />
      <HiddenField name="ask" value={form.askId} />
      <HiddenField name="variant" value={form.askVariant} />
      <HiddenField name="campaign" value={form.campaignSlug} />
      <HiddenField name="referrer" value={form.referrerHost} />
      <FrequencyChoice form={form} />
      <AmountChoice form={form} />
      <div className="donate-form__row">
        <OwnAmount form={form} prefix={prefix} />
        <CurrencyLine form={form} prefix={prefix} />
      </div>
      <FeeCoverChoice form={form} />
      <GiftDetails form={form} prefix={prefix} />
      <GiveButton />
      <p className="donate-form__next">{t('giving.whatHappensNext')}</p>
      <script
        type="application/json"
        data-giving-data=""
        dangerouslySetInnerHTML={{ __html: scriptData(form, locale, t) }}
      />
    </form>
  );
}

function HiddenField({ name, value }: { name: string; value: string | null }) {
  return value === null ? null : <input type="hidden" name={name} value={value} />;
}
