import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { WordFields } from '../asks/word-fields.tsx';
import { ErrorSummary } from '../error-summary.tsx';

/** Who an author is, in both languages. The address of one that there is stays. */
export function AuthorForm({
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
      <WordFields name="name" label={t('authors.name')} {...{ typed, errors }} maxLength={100} />
      <WordFields name="role" label={t('authors.role')} {...{ typed, errors }} maxLength={120} />
      <WordFields
        name="bio"
        label={t('authors.bio')}
        {...{ typed, errors }}
        maxLength={1500}
        rows={4}
      />
      <TextField
        {...field('portrait')}
        label={t('authors.portrait')}
        hint={t('authors.portraitHint')}
        autoComplete="off"
        maxLength={100}
        isOptional
      />
      {isNew ? (
        <TextField
          {...field('slug')}
          label={t('sections.slug')}
          hint={t('authors.slugHint')}
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
        <Button look="accent">{t(isNew ? 'authors.submitNew' : 'sections.submit')}</Button>{' '}
        <ButtonLink to={href('/admin/authors')} look="quiet">
          {t('authors.back')}
        </ButtonLink>
      </p>
    </form>
  );
}
