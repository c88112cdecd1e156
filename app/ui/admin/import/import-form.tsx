import { type Locale, locales } from '../../../kernel/locale.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Field, TextArea } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';

/** A text to paste or a file to choose, and where the draft is to stand. */
export function ImportForm({
  sections,
  typed,
  errors,
}: {
  sections: readonly { readonly slug: string; readonly name: Record<Locale, string> }[];
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
}) {
  const { locale, t, href } = useLocale();
  return (
    <form
      method="post"
      encType="multipart/form-data"
      noValidate
      className="desk-form"
      data-desk="document"
    >
      <ErrorSummary errors={errors} />
      <div>
        <TextArea
          name="text"
          label={t('import.text')}
          hint={
            <>
              <span data-without-script="">{t('import.textHint')}</span>
              <span data-with-script="" hidden>
                {t('import.textHintScript')}
              </span>
            </>
          }
          rows={12}
          defaultValue={typed['text']}
          error={errors['text']}
        />
        <input type="hidden" name="html" defaultValue={typed['html']} />
        <p className="more" role="status" data-pasted={t('import.pasted')} />
        <p className="more" data-again="" hidden>
          <Button type="button" look="text">
            {t('import.again')}
          </Button>
        </p>
      </div>
      <Field
        name="file"
        label={t('import.file')}
        hint={t('import.fileHint')}
        error={errors['file']}
      >
        {(control) => (
          <input
            type="file"
            accept=".html,.htm,.md,.markdown,.txt,text/html,text/markdown,text/plain"
            {...control}
          />
        )}
      </Field>
      <div className="desk-form__row">
        <Field name="section" label={t('import.section')} error={errors['section']}>
          {(control) => (
            <select {...control} defaultValue={typed['section'] ?? ''}>
              <option value="" />
              {sections.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name[locale]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="language" label={t('import.language')} error={errors['language']}>
          {(control) => (
            <select {...control} defaultValue={typed['language'] ?? locale}>
              {locales.map((language) => (
                <option key={language} value={language}>
                  {t('admin.languageName', { language })}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p>
        <Button look="accent">{t('import.submit')}</Button>{' '}
        <ButtonLink to={href('/admin/articles')} look="quiet">
          {t('import.back')}
        </ButtonLink>
      </p>
    </form>
  );
}
