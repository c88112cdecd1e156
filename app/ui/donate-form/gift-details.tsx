import { type GivingFormView, displayNameLimit } from '../../domain/asks/giving-form.ts';
import { WithSlot, slot } from '../sign-in/with-slot.tsx';
import { useLocale } from '../use-locale.ts';
import { problemMessage } from './problem-message.ts';

/** How we may thank them, and a few words: most add nothing. Folded, so that the form stays small. */
export function GiftDetails({ form, prefix }: { form: GivingFormView; prefix: string }) {
  const { locale, t, href } = useLocale();
  const { typed } = form;
  const nameProblem = problemMessage('displayName', form, { t, locale });
  const noteProblem = problemMessage('note', form, { t, locale });
  const isOpen = Boolean(
    nameProblem ||
    noteProblem ||
    typed?.displayName ||
    typed?.note ||
    typed?.isAnonymous ||
    typed?.isAmountShown,
  );
  return (
    <details className="donate-form__details" open={isOpen}>
      <summary>
        {t('wall.form.summary')}{' '}
        <span className="donate-form__more">{t('giving.addNameOrNote')}</span>
      </summary>
      <div className="field">
        <label className="field__label" htmlFor={`${prefix}-name`}>
          {t('giving.displayName')}
        </label>
        <input
          id={`${prefix}-name`}
          name="displayName"
          autoComplete="name"
          defaultValue={typed?.displayName}
          aria-invalid={nameProblem ? true : undefined}
          aria-describedby={nameProblem ? `${prefix}-name-problem` : `${prefix}-name-hint`}
        />
        <p className="field__hint" id={`${prefix}-name-hint`}>
          <WithSlot sentence={t('wall.form.nameHint', { limit: displayNameLimit, link: slot })}>
            <a href={href('/wall')}>{t('wall.form.nameHintLink')}</a>
          </WithSlot>
        </p>
        {nameProblem && (
          <p className="field__error" id={`${prefix}-name-problem`}>
            {nameProblem}
          </p>
        )}
      </div>
      <label className="choice">
        <input
          type="checkbox"
          name="isAmountShown"
          value="yes"
          defaultChecked={typed?.isAmountShown}
        />
        <span>{t('wall.form.amountShown')}</span>
      </label>
      <label className="choice">
        <input type="checkbox" name="isAnonymous" value="yes" defaultChecked={typed?.isAnonymous} />
        <span>{t('giving.anonymous')}</span>
      </label>
      <div className="field">
        <label className="field__label" htmlFor={`${prefix}-note`}>
          {t('giving.note')}
        </label>
        <textarea
          id={`${prefix}-note`}
          name="note"
          rows={2}
          defaultValue={typed?.note}
          aria-invalid={noteProblem ? true : undefined}
          aria-describedby={noteProblem ? `${prefix}-note-problem` : undefined}
        />
        {noteProblem && (
          <p className="field__error" id={`${prefix}-note-problem`}>
            {noteProblem}
          </p>
        )}
      </div>
    </details>
  );
}
