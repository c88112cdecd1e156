import type { MessageKey } from '../../../messages/translate.ts';
import { Choice } from '../../elements/choice.tsx';
import { Field, TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { authorPlaces } from './editor-fields.ts';
import type { EditorOptions } from './editor-options.ts';

/** Where an article stands, who wrote it and what stands with it. */
export function EditorPlace({
  options,
  typed,
  errors,
}: {
  options: EditorOptions;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
}) {
  const { locale, t } = useLocale();
  const language = typed['language'] ?? locale;
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  const bylines = authorPlaces.filter(
    (place, index) => index < 2 || typed[place] || typed[authorPlaces[index - 1] ?? ''],
  );
  const more = authorPlaces.filter((place) => !bylines.includes(place));
  const byline = (place: (typeof authorPlaces)[number]) => (
    <Field
      key={place}
      name={place}
      label={t('writing.author', { place: String(authorPlaces.indexOf(place) + 1) })}
      error={errors[place]}
      isOptional
    >
      {(control) => (
        <select {...control} defaultValue={typed[place] ?? ''}>
          <option value="">{t('writing.nobody')}</option>
          {options.authors.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name[locale]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <div className="editor__place">
      <Field name="section" label={t('writing.section')} error={errors['section']}>
        {(control) => (
          <select {...control} defaultValue={typed['section'] ?? ''}>
            <option value="">{t('writing.choose')}</option>
            {options.sections.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name[locale]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="language" label={t('writing.language')} error={errors['language']}>
        {(control) => (
          <select {...control} defaultValue={language}>
            {(['en', 'uk'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`writing.language.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {bylines.map(byline)}
      {more.length > 0 ? (
        <details>
          <summary>{t('writing.moreAuthors')}</summary>
          {more.map(byline)}
        </details>
      ) : null}
      <TextField
        {...field('tags')}
        label={t('writing.tags')}
        hint={t('writing.tagsHint')}
        autoComplete="off"
        isOptional
      />
      <Field name="picture" label={t('writing.picture')} error={errors['picture']} isOptional>
        {(control) => (
          <>
            <input
              type="text"
              list="pictures"
              autoComplete="off"
              {...control}
              defaultValue={typed['picture']}
            />
            <datalist id="pictures">
              {options.pictures.map(({ id, alt }) => (
                <option key={id} value={id}>
                  {alt[locale] || alt.en || alt.uk}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <TextField {...field('caption')} label={t('writing.caption')} lang={language} isOptional />
      <TextField
        {...field('slug')}
        label={t('writing.slug')}
        hint={t('writing.slugHint')}
        autoComplete="off"
        maxLength={100}
        isOptional
      />
      <TextArea
        {...field('description')}
        label={t('writing.description')}
        hint={t('writing.descriptionHint')}
        lang={language}
        maxLength={300}
        rows={3}
        isOptional
      />
      <Choice
        type="checkbox"
        name="sensitive"
        value="1"
        defaultChecked={typed['sensitive'] === '1'}
        label={t('writing.sensitive')}
        hint={t('writing.sensitiveHint')}
      />
    </div>
  );
}
