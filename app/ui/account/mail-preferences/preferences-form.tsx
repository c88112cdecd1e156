import {
  type MailPreferences,
  optionalTopics,
} from '../../../domain/mail-preferences/mail-preferences.ts';
import { Button } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';

/** Which of the optional mails are wanted. Posts to the page that it stands on. */
export function PreferencesForm({ wanted }: { wanted: MailPreferences }) {
  const { t } = useLocale();
  return (
    <form method="post" className="mail-preferences">
      <fieldset className="account__choices">
        <legend>{t('mailPreferences.legend')}</legend>
        {optionalTopics.map((topic) => (
          <Choice
            key={topic}
            type="checkbox"
            name={topic}
            value="yes"
            defaultChecked={wanted[topic]}
            label={t(`mailPreferences.topic.${topic}`)}
            hint={t(`mailPreferences.hint.${topic}`)}
          />
        ))}
      </fieldset>
      <p className="meta">{t('mailPreferences.always')}</p>
      <p className="account__acts">
        <Button>{t('mailPreferences.save')}</Button>
        {wanted.reminders || wanted.invitations ? (
          <Button look="text" name="none" value="yes">
            {t('mailPreferences.none')}
          </Button>
        ) : null}
      </p>
    </form>
  );
}

/** What holds from now on, in words. */
export function PreferencesSaved({ wanted }: { wanted: MailPreferences }) {
  const { t } = useLocale();
  return (
    <Notice tone="good" title={t('mailPreferences.savedTitle')}>
      <p>{t(savedText(wanted))}</p>
    </Notice>
  );
}

function savedText({ reminders, invitations }: MailPreferences) {
  if (reminders && invitations) return 'mailPreferences.savedAll';
  if (reminders) return 'mailPreferences.saved.reminders';
  return invitations ? 'mailPreferences.saved.invitations' : 'mailPreferences.savedNone';
}
