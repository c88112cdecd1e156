import type { GivingFormView } from '../../domain/asks/giving-form.ts';
import { useLocale } from '../use-locale.ts';
import { currencySign } from './currency-sign.ts';
import { problemMessage } from './problem-message.ts';

/** The reader's own amount. Whenever it is filled in, it counts instead of the suggestions. */
export function OwnAmount({
  form,
  prefix,
  label,
  hint,
  problem: otherProblem,
}: {
  form: GivingFormView;
  prefix: string;
  /** For a form where the amount means something else than "instead of the suggestions". */
  label?: string;
  hint?: string;
  problem?: string | null;
}) {
  const { locale, t } = useLocale();
  const { sign, side } = currencySign(form.currency, locale);
  const problem = problemMessage('amount', form, { t, locale }) ?? otherProblem;
  const field = `${prefix}-own`;
  return (
    <div className="field donate-form__own">
      <label className="field__label" htmlFor={field}>
        {label ?? t('giving.ownAmount')}
      </label>
      <div className={`donate-form__money donate-form__money--${side}`} data-own="">
        <span className="donate-form__sign" aria-hidden="true">
          {sign}
        </span>
        <input
          id={field}
          name="ownAmount"
          inputMode="decimal"
          autoComplete="off"
          maxLength={24}
          placeholder=" "
          defaultValue={form.typed?.ownAmount}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${field}-problem ${field}-hint` : `${field}-hint`}
        />
      </div>
      <p className="field__hint" id={`${field}-hint`} data-own-hint="">
        {hint ?? t('giving.ownAmountHint', { currency: form.currency })}
      </p>
      {problem && (
        <p className="field__error" id={`${field}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
