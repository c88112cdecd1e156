import type { BodyProblem } from '../../../domain/articles/body.ts';
import {
  type ArticleStatus,
  countWords,
  readingMinutes,
} from '../../../domain/articles/writing/words.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { Field, TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';
import type { EditorOptions } from './editor-options.ts';
import { EditorPlace } from './editor-place.tsx';

/**
 * Everything of an article but its state. Works as a plain form; the script that `data-editor` asks
 * for adds a toolbar, a preview that keeps up, and what was typed kept by itself.
 */
export function Editor({
  article,
  options,
  typed,
  errors,
  problems,
}: {
  /** null = not begun yet. */
  article: { readonly articleId: string; readonly state: ArticleStatus } | null;
  options: EditorOptions;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
  /** What is wrong with the body, line by line. */
  problems: readonly BodyProblem[];
}) {
  const { locale, t, href } = useLocale();
  const language = typed['language'] ?? 'en';
  const words = countWords(typed['body'] ?? '');
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  const isOut = article?.state === 'published';
  const page = article ? `/admin/articles/${article.articleId}` : '/admin/articles/new';
  return (
    <form
      method="post"
      action={href(page)}
      noValidate
      className="desk-form editor"
      data-desk="editor"
      data-editor={href('/admin/articles/rendering')}
      data-kept={article ? href(`${page}/copy`) : undefined}
      data-present={article ? href(`${page}/presence`) : undefined}
    >
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={typed['version'] ?? '1'} />
      <div className="editor__words">
        <TextField
          {...field('headline')}
          label={t('writing.headline')}
          lang={language}
          maxLength={200}
        />
        <TextArea
          {...field('dek')}
          label={t('writing.dek')}
          hint={t('writing.dekHint')}
          lang={language}
          maxLength={400}
          rows={2}
        />
        <TextArea
          {...field('body')}
          label={t('writing.body')}
          hint={t('writing.bodyHint')}
          lang={language}
          rows={24}
          spellCheck
        />
        {problems.length > 0 ? (
          <ul className="editor__problems">
            {problems.map(({ line, fault }) => (
              <li key={`${line}-${fault}`}>
                {t('writing.problemAt', { line: String(line) })} {t(`writing.problem.${fault}`)}
              </li>
            ))}
          </ul>
        ) : null}
        <p className="meta" data-count aria-live="polite">
          {t('writing.count', { words, minutes: readingMinutes(words) })}
        </p>
        <fieldset>
          <legend>{t('writing.access')}</legend>
          {(['free', 'supporters'] as const).map((access) => (
            <Choice
              key={access}
              type="radio"
              name="access"
              value={access}
              defaultChecked={(typed['access'] ?? 'free') === access}
              label={t(`writing.access.${access}`)}
              hint={t(`writing.access.${access}Hint`)}
            />
          ))}
        </fieldset>
        <Field
          name="tier"
          label={t('writing.tier')}
          hint={t('writing.tierHint')}
          error={errors['tier']}
        >
          {(control) => (
            <select {...control} defaultValue={typed['tier'] ?? ''}>
              <option value="">{t('writing.anySupport')}</option>
              {options.tiers.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {t('writing.fromTier', { tier: name[locale] })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextArea
          {...field('teaser')}
          label={t('writing.teaser')}
          hint={t('writing.teaserHint')}
          lang={language}
          rows={4}
          isOptional
        />
      </div>
      <EditorPlace {...{ options, typed, errors }} />
      <div className="editor__acts">
        {isOut ? (
          <>
            <TextArea
              {...field('correction')}
              label={t('writing.correction')}
              hint={t('writing.correctionHint')}
              lang={language}
              maxLength={1000}
              rows={2}
              isOptional
            />
            <Choice
              type="checkbox"
              name="told"
              value="1"
              defaultChecked={typed['told'] === '1'}
              label={t('writing.told')}
              hint={t('writing.toldHint')}
            />
          </>
        ) : (
          <input type="hidden" name="correction" value={typed['correction'] ?? ''} />
        )}
        <p className="editor__buttons">
          <Button look="accent">{t(isOut ? 'writing.saveOut' : 'writing.save')}</Button>{' '}
          <Button
            look="quiet"
            formAction={href('/admin/articles/rendering')}
            name="of"
            value={article?.articleId ?? ''}
          >
            {t('writing.preview')}
          </Button>
          <span className="meta" data-saved role="status" />
        </p>
      </div>
      <template data-strings>{JSON.stringify(editorStrings(t))}</template>
    </form>
  );
}

/** What the script says: it carries no words of its own. */
function editorStrings(t: ReturnType<typeof useLocale>['t']) {
  return {
    bold: t('writing.tool.bold'),
    italic: t('writing.tool.italic'),
    link: t('writing.tool.link'),
    heading: t('writing.tool.heading'),
    list: t('writing.tool.list'),
    quote: t('writing.tool.quote'),
    picture: t('writing.tool.picture'),
    extra: t('writing.tool.extra'),
    tools: t('writing.tools'),
    preview: t('writing.preview'),
    kept: t('writing.kept', { time: '%' }),
    notKept: t('writing.notKept'),
    others: t('writing.others', { names: '%' }),
    found: t('writing.found'),
    take: t('writing.found.take'),
    drop: t('writing.found.drop'),
  };
}
