import type { MessageKey } from '../../messages/translate.ts';
import { useLocale } from '../use-locale.ts';

/** All that is wrong with a form of the desk, above it and focused, each leading to its field. */
export function ErrorSummary({ errors }: { errors: Readonly<Record<string, MessageKey>> }) {
  const { t } = useLocale();
  const known = Object.entries(errors);
  if (known.length === 0) return null;
  return (
    <div
      className="notice notice--bad"
      role="alert"
      tabIndex={-1}
      // The page was loaded anew to say this: reading begins here. Works without a script.
      // eslint-disable-next-line jsx-a11y/no-autofocus -- moves focus to the error summary, as WCAG 3.3.1 suggests
      autoFocus
    >
      <h2 className="notice__title">{t('giving.problemsHeading', { count: known.length })}</h2>
      <ul>
        {known.map(([field, message]) => (
          <li key={field}>
            <a href={`#${field}`}>{t(message)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
