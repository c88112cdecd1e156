import type { ArticleStatus } from '../../../domain/articles/writing/words.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { TextField } from '../../elements/field.tsx';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { PageHead } from '../page-head.tsx';

/** When an article comes out: now, or by itself at an hour in the newsroom's zone. */
export function Publication({
  article,
  timeZone,
  typed,
  errors,
}: {
  article: {
    readonly articleId: string;
    readonly state: ArticleStatus;
    readonly publishedAt: Date | null;
    readonly fields: { readonly headline: string; readonly language: string };
  };
  timeZone: string;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
}) {
  const { t, href } = useLocale();
  const dates = useDates();
  const { state, publishedAt, fields } = article;
  const page = href(`/admin/articles/${article.articleId}`);
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  return (
    <>
      <PageHead title={t('writing.publication')}>
        <p className="desk-title__line">
          <a href={page} lang={fields.language}>
            {fields.headline}
          </a>{' '}
          · {t(`writing.state.${state}`, { at: publishedAt ? dates.instant(publishedAt) : '' })}
        </p>
      </PageHead>
      {state === 'published' ? (
        <Notice>
          <p>{t('writing.alreadyOut')}</p>
        </Notice>
      ) : (
        <form method="post" noValidate className="desk-form">
          <ErrorSummary errors={errors} />
          <fieldset>
            <legend>{t('writing.when')}</legend>
            {(['now', 'later'] as const).map((when) => (
              <Choice
                key={when}
                type="radio"
                name="when"
                value={when}
                defaultChecked={(typed['when'] ?? 'now') === when}
                label={t(`writing.when.${when}`)}
              />
            ))}
          </fieldset>
          <div className="desk-form__row">
            <TextField {...field('day')} type="date" label={t('writing.day')} isShort />
            <TextField {...field('time')} type="time" label={t('writing.time')} isShort />
          </div>
          <p className="meta">{t('writing.zone', { zone: timeZone })}</p>
          <p>
            <Button look="accent">{t('writing.publish')}</Button>{' '}
            <ButtonLink to={page} look="quiet">
              {t('writing.notYet')}
            </ButtonLink>
          </p>
        </form>
      )}
      {state === 'scheduled' ? (
        <form method="post" action={`${page}/unscheduling`}>
          <Button look="text">{t('writing.unschedule')}</Button>
        </form>
      ) : null}
    </>
  );
}
