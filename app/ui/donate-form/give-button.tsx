import { frequencies } from '../../kernel/giving-amounts.ts';
import { useLocale } from '../use-locale.ts';

/** The one button. Says how often without a script (by the style sheet), and the sum with one. */
export function GiveButton() {
  const { t } = useLocale();
  return (
    <button
      className="button button--accent button--wide donate-form__give"
      type="submit"
      data-give=""
    >
      {frequencies.map((frequency) => (
        <span className="donate-form__give-label" data-label={frequency} key={frequency}>
          {t(`giving.give.${frequency}`)}
        </span>
      ))}
      <span className="donate-form__give-label" data-label="plain">
        {t('giving.give.plain')}
      </span>
    </button>
  );
}
