import type { GivingFormView } from '../../domain/asks/giving-form.ts';
import type { TierView } from '../../domain/memberships/tier.ts';
import type { Translate } from '../../messages/translate.ts';
import { GiftDetails } from '../donate-form/gift-details.tsx';
import { OwnAmount } from '../donate-form/own-amount.tsx';
import { useLocale } from '../use-locale.ts';
import { CodeField, OfferPart, type OfferingView } from './offer-part.tsx';
import { joinScriptData } from './join-script-data.ts';
import { TierList } from './tier-list.tsx';

export interface JoinFormProps {
  readonly form: GivingFormView;
  readonly tiers: readonly TierView[];
  readonly tierSlug: string;
  /** What is wrong with the amount that this form alone knows of: it is lower than the tier's. */
  readonly problem: string | null;
  readonly offering: OfferingView;
}

/** Choosing a tier, how often, and an amount at or above the tier's minimum. Works without a script. */
export function JoinForm({ form, tiers, tierSlug, problem, offering }: JoinFormProps) {
  const { locale, t, href } = useLocale();
  return (
    <form className="join-form" method="post" action={href('/join')} data-giving-form="join">
      <input type="hidden" name="currency" value={form.currency} />
      {form.articleSlug && <input type="hidden" name="article" value={form.articleSlug} />}
      {form.campaignSlug && <input type="hidden" name="campaign" value={form.campaignSlug} />}
      {form.referrerHost && <input type="hidden" name="referrer" value={form.referrerHost} />}
      <IntervalChoice frequency={form.frequency} t={t} />
      <TierList tiers={tiers} chosen={tierSlug} currency={form.currency} />
      <OwnAmount
        form={form}
        prefix="join"
        label={t('giving.joinAmount')}
        hint={t('giving.joinAmountHint')}
        problem={problem}
      />
      <label className="choice">
        <input
          type="checkbox"
          name="coversFee"
          value="yes"
          defaultChecked={form.typed?.coversFee}
        />
        <span>
          {t('giving.coverFee')}
          <span className="choice__hint" data-fee-sums="">
            {t('giving.coverFeeOwn')}
          </span>
        </span>
      </label>
      <GiftDetails form={form} prefix="join" />
      <OfferPart form={form} tiers={tiers} tierSlug={tierSlug} offering={offering} />
      <button
        className="button button--accent button--wide donate-form__give"
        type="submit"
        data-give=""
      >
        {t('giving.join')}
      </button>
      <p className="donate-form__next">{t('giving.joinNext')}</p>
      {/* After the button: Enter in a field presses the first button that there is. */}
      <CodeField offering={offering} />
      <script
        type="application/json"
        data-giving-data=""
        dangerouslySetInnerHTML={{
          __html: joinScriptData(tiers, form.currency, locale, t, offering),
        }}
      />
    </form>
  );
}

/** Monthly or yearly: real radios, drawn as segments of one bar. */
export function IntervalChoice({ frequency, t }: { frequency: string; t: Translate }) {
  return (
    <fieldset>
      <legend className="visually-hidden">{t('giving.howOften')}</legend>
      <div className="segmented">
        {(['monthly', 'yearly'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="frequency"
              value={one}
              defaultChecked={one === (frequency === 'yearly' ? 'yearly' : 'monthly')}
            />
            <span>{t(`giving.frequency.${one}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
