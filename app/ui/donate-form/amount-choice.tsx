import { feeCover } from '../../domain/donations/fee-cover.ts';
import type { GivingFormView } from '../../domain/asks/giving-form.ts';
import { formatMoney } from '../../kernel/format.ts';
import { type Frequency, frequencies, fromMajor } from '../../kernel/giving-amounts.ts';
import { useLocale } from '../use-locale.ts';

/** Once, monthly or yearly: real radios, drawn as segments of one bar. */
export function FrequencyChoice({ form }: { form: GivingFormView }) {
  const { t } = useLocale();
  return (
    <fieldset className="donate-form__frequency">
      <legend className="visually-hidden">{t('giving.howOften')}</legend>
      <div className="segmented">
        {frequencies.map((frequency) => (
          <label key={frequency}>
            <input
              type="radio"
              name="frequency"
              value={frequency}
              defaultChecked={frequency === form.frequency}
            />
            <span>{t(`giving.frequency.${frequency}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The suggested amounts of every frequency; the style sheet shows those of the chosen one. */
export function AmountChoice({ form }: { form: GivingFormView }) {
  return (
    <div className="donate-form__amounts">
      {frequencies.map((frequency) => (
        <AmountSet form={form} frequency={frequency} key={frequency} />
      ))}
    </div>
  );
}

function AmountSet({ form, frequency }: { form: GivingFormView; frequency: Frequency }) {
  const { locale, t } = useLocale();
  const { currency, rules, typed } = form;
  const { presets, suggested } = rules[currency][frequency];
  const chosen = typed ? typed.presets[frequency] : String(suggested);
  return (
    <fieldset className="donate-form__set" data-set={frequency}>
      <legend className="donate-form__legend">{t(`giving.amountLegend.${frequency}`)}</legend>
      <div className="tiles donate-form__tiles">
        {presets.map((preset) => (
          <label className="tile" key={preset}>
            <input
              type="radio"
              name={`preset-${frequency}`}
              value={preset}
              defaultChecked={String(preset) === chosen}
            />
            <span>{formatMoney(fromMajor(preset, currency), locale)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/**
 * The offer to cover the fee. Each suggestion's sum is in the page, and the style sheet shows the
 * chosen one's, so that the sum is said before paying without a script as well.
 */
export function FeeCoverChoice({ form }: { form: GivingFormView }) {
  const { locale, t } = useLocale();
  const { currency, rules, typed } = form;
  return (
    <label className="choice donate-form__fee">
      <input type="checkbox" name="coversFee" value="yes" defaultChecked={typed?.coversFee} />
      <span>
        {t('giving.coverFee')}
        <span className="choice__hint" data-fee-sums="">
          {frequencies.flatMap((frequency) =>
            rules[currency][frequency].presets.map((preset, index) => {
              const { cover, total } = feeCover(fromMajor(preset, currency));
              return (
                <span
                  className="donate-form__fee-sum"
                  data-sum={`${frequency}-${index}`}
                  key={`${frequency}-${preset}`}
                >
                  {t('giving.coverFeeSum', {
                    cover: formatMoney(cover, locale),
                    total: formatMoney(total, locale),
                  })}
                </span>
              );
            }),
          )}
          <span className="donate-form__fee-sum" data-sum="own">
            {t('giving.coverFeeOwn')}
          </span>
        </span>
      </span>
    </label>
  );
}
