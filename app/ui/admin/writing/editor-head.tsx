import type { ArticleStatus } from '../../../domain/articles/writing/words.ts';
import { localPath } from '../../../kernel/locale.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { Button } from '../../elements/button.tsx';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';
import { PageHead } from '../page-head.tsx';

interface Edited {
  readonly articleId: string;
  readonly state: ArticleStatus;
  readonly publishedAt: Date | null;
  readonly fields: {
    readonly headline: string;
    readonly slug: string;
    readonly sectionSlug: string;
    readonly language: Locale;
  };
}

const told = [
  'begun',
  'saved',
  'restored',
  'published',
  'scheduled',
  'unscheduled',
  'withdrawn',
  'dropped',
] as const;

/** What state an article is in, who else has it open, and what can be done with it. */
export function EditorHead({
  article,
  others,
  done,
  copy,
}: {
  article: Edited;
  others: readonly string[];
  done: string | null;
  copy: { readonly savedAt: Date; readonly isStale: boolean } | null;
}) {
  const { t, href } = useLocale();
  const dates = useDates();
  const { fields, state, publishedAt } = article;
  const page = `/admin/articles/${article.articleId}`;
  const happened = told.find((each) => each === done);
  return (
    <>
      <PageHead
        title={<span lang={fields.language}>{fields.headline}</span>}
        actions={
          <>
            <a href={href(`${page}/publication`)}>{t(`writing.act.${state}`)}</a>
            {state === 'published' ? (
              <>
                <a href={localPath(fields.language, `/${fields.sectionSlug}/${fields.slug}`)}>
                  {t('writing.read')}
                </a>
                <a href={href(`${page}/withdrawal`)}>{t('writing.withdraw')}</a>
              </>
            ) : null}
            <a href={href(`${page}/preview`)}>{t('preview.title')}</a>
            {state === 'draft' || state === 'scheduled' ? (
              <a href={href(`${page}/links`)}>{t('preview.links')}</a>
            ) : null}
            <a href={href(`${page}/revisions`)}>{t('writing.revisions')}</a>
          </>
        }
      >
        <p className="desk-title__line">
          <a href={href('/admin/articles')}>{t('writing.back')}</a> ·{' '}
          {t(`writing.state.${state}`, { at: publishedAt ? dates.instant(publishedAt) : '' })}
        </p>
      </PageHead>
      {happened ? <Notice tone="good">{t(`writing.done.${happened}`)}</Notice> : null}
      <div data-others role="status">
        {others.length > 0 ? (
          <Notice tone="warn">{t('writing.others', { names: others.join(', ') })}</Notice>
        ) : null}
      </div>
      {copy ? (
        <Notice tone="warn" title={t('writing.copy', { at: dates.instant(copy.savedAt) })}>
          {copy.isStale ? <p>{t('writing.copyStale')}</p> : null}
          <form method="post" action={href(`${page}/copy`)} className="row-acts">
            <a href={href(`${page}?copy=1`)}>{t('writing.copyContinue')}</a>
            <Button look="text" name="drop" value="1">
              {t('writing.copyDrop')}
            </Button>
          </form>
        </Notice>
      ) : null}
    </>
  );
}
