import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { WordFields } from '../asks/word-fields.tsx';
import { ErrorSummary } from '../error-summary.tsx';

/** What a section is called and says of itself. The address of one that there is stays. */
export function SectionForm({
  isNew,
  typed,
  errors,
}: {
  isNew: boolean;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
}) {
  const { t, href } = useLocale();
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      <WordFields name="name" label={t('sections.name')} {...{ typed, errors }} maxLength={60} />
      <WordFields
        name="description"
        label={t('sections.description')}
        {...{ typed, errors }}
        maxLength={300}
        rows={2}
      />
      {isNew ? (
        <TextField
          {...field('slug')}
          label={t('sections.slug')}
          hint={t('sections.slugHint')}
          autoComplete="off"
          maxLength={60}
          isOptional
        />
      ) : null}
      <TextArea
        {...field('reason')}
        label={t('staff.form.reason')}
        hint={t('staff.form.reasonHint')}
        maxLength={500}
        rows={2}
        isOptional
      />
      <p>
        <Button look="accent">{t(isNew ? 'sections.submitNew' : 'sections.submit')}</Button>{' '}
        <ButtonLink to={href('/admin/sections')} look="quiet">
          {t('sections.back')}
        </ButtonLink>
      </p>
    </form>
  );
}
