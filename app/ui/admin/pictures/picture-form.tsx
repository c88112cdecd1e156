import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Field, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';

interface Words {
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
}

/** A new picture, with all that must be said about it. */
export function NewPictureForm({ typed, errors, maxBytes }: Words & { maxBytes: number }) {
  const { t, href } = useLocale();
  return (
    <form
      method="post"
      encType="multipart/form-data"
      noValidate
      className="desk-form"
      data-desk="picture"
      data-picture-upload={maxBytes}
    >
      <ErrorSummary errors={errors} />
      <div className="picture-drop">
        <Field
          name="file"
          label={t('pictures.file')}
          hint={
            <>
              <span data-without-script="">{t('pictures.fileHint')}</span>
              <span data-with-script="" hidden>
                {t('pictures.fileHintScript')}
              </span>
            </>
          }
          error={errors['file']}
        >
          {(control) => (
            <input
              type="file"
              accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
              {...control}
            />
          )}
        </Field>
        <p
          className="picture-drop__chosen"
          role="status"
          data-chosen=""
          data-too-large={t('pictures.error.tooLarge')}
        />
        <img className="picture-drop__preview" alt="" hidden data-preview="" />
      </div>
      <WordFieldsets typed={typed} errors={errors} />
      <p>
        <Button look="accent">{t('pictures.submitNew')}</Button>{' '}
        <ButtonLink to={href('/admin/pictures')} look="quiet">
          {t('pictures.back')}
        </ButtonLink>
      </p>
    </form>
  );
}

/** What is said about a picture that there is. */
export function PictureWordsForm({ typed, errors }: Words) {
  const { t } = useLocale();
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      <WordFieldsets typed={typed} errors={errors} />
      <p>
        <Button look="accent">{t('pictures.submit')}</Button>
      </p>
    </form>
  );
}

function WordFieldsets({ typed, errors }: Words) {
  const { t } = useLocale();
  const groups = [
    {
      ...{ name: 'alt', legend: t('pictures.alt'), hint: t('pictures.altHint'), maxLength: 500 },
      needed: t('pictures.error.alt'),
    },
    {
      ...{ name: 'credit', legend: t('pictures.credit'), hint: t('pictures.creditHint') },
      ...{ maxLength: 200, needed: t('pictures.error.credit') },
    },
    {
      ...{ name: 'caption', legend: t('pictures.caption'), hint: t('pictures.captionHint') },
      ...{ maxLength: 500, needed: undefined },
    },
  ];
  return groups.map(({ name, legend, hint, maxLength, needed }) => (
    <div key={name} className="field-pair" data-needed={needed}>
      {(['en', 'uk'] as const).map((language) => {
        const field = `${name}-${language}`;
        return (
          <TextField
            key={field}
            name={field}
            lang={language}
            label={t(language === 'en' ? 'asks.inEnglish' : 'asks.inUkrainian', { label: legend })}
            hint={language === 'en' ? hint : undefined}
            defaultValue={typed[field]}
            error={errors[field]}
            maxLength={maxLength}
            autoComplete="off"
          />
        );
      })}
    </div>
  ));
}
