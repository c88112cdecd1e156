import type { Locale } from '../../../kernel/locale.ts';
import { Button } from '../../elements/button.tsx';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { type FormAnswer, ReasonField } from '../settings/desk-form-parts.tsx';

/** The newsroom's own words in one mail, in one language. */
export function MailTextForm({
  typed,
  errors,
  placeholders,
  locale,
  givenSubject,
}: Omit<FormAnswer, 'isStale'> & {
  placeholders: readonly string[];
  locale: Locale;
  givenSubject: string;
}) {
  const { t } = useLocale();
  const field = (name: string) => ({
    ...{ name, lang: locale, defaultValue: typed[name], error: errors[name] },
    ...{ isOptional: true },
  });
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={typed['version'] ?? ''} />
      <p className="muted">
        {t('mailTexts.placeholders', {
          names: placeholders.map((name) => `{${name}}`).join(', '),
        })}
      </p>
      <TextField
        {...field('subject')}
        label={t('mailTexts.subject')}
        hint={t('mailTexts.subjectHint', { given: givenSubject })}
        maxLength={150}
      />
      <TextArea
        {...field('opening')}
        label={t('mailTexts.opening')}
        hint={t('mailTexts.openingHint')}
        maxLength={2_000}
        rows={6}
      />
      <TextArea
        {...field('closing')}
        label={t('mailTexts.closing')}
        hint={t('mailTexts.closingHint')}
        maxLength={2_000}
        rows={4}
      />
      <ReasonField typed={typed} errors={errors} isOptional />
      <p>
        <Button look="accent" name="act" value="save">
          {t('mailTexts.save')}
        </Button>{' '}
        <Button look="quiet" name="act" value="look">
          {t('mailTexts.look')}
        </Button>
      </p>
    </form>
  );
}
