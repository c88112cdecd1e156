import type { GivingField, GivingFormView } from '../../domain/asks/giving-form.ts';
import { useLocale } from '../use-locale.ts';
import { problemMessage } from './problem-message.ts';

/** The field that each problem's link leads to, by the form's prefix. */
const fieldIds: Record<GivingField, string> = {
  amount: 'own',
  displayName: 'name',
  note: 'note',
};
const order: readonly GivingField[] = ['amount', 'displayName', 'note'];

/** All that is wrong with a form, above it and focused, each leading to its field. */
export function ProblemSummary({
  form,
  prefix,
  more = null,
}: {
  form: GivingFormView;
  prefix: string;
  /** A problem with the amount that this form alone knows of. */
  more?: string | null;
}) {
  const { locale, t } = useLocale();
  const problems = order.flatMap((field) => {
    const message =
      problemMessage(field, form, { t, locale }) ?? (field === 'amount' ? more : null);
    return message ? [{ field, message }] : [];
  });
  if (problems.length === 0) return null;
  return (
    <div
      className="notice notice--bad"
      role="alert"
      tabIndex={-1}
      // The page was loaded anew to say this: reading begins here. Works without a script.
      // eslint-disable-next-line jsx-a11y/no-autofocus -- moves focus to the error summary, as WCAG 3.3.1 suggests
      autoFocus
    >
      <h2 className="notice__title">{t('giving.problemsHeading', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${prefix}-${fieldIds[field]}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
