import { Button } from '../../elements/button.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';
import { PageHead } from '../page-head.tsx';
import { Differences, type FieldDifference } from './difference.tsx';
import type { RevisionRow } from './revisions.tsx';

/** One revision: what it changed, what it says as a whole, and the way back to it. */
export function RevisionView({
  article,
  revision,
  words,
  changes,
  isNow,
}: {
  article: {
    readonly articleId: string;
    readonly version: number;
    readonly fields: { readonly headline: string; readonly language: string };
  };
  revision: RevisionRow;
  words: { readonly headline: string; readonly body: string };
  changes: readonly FieldDifference[];
  /** The article says just this now. */
  isNow: boolean;
}) {
  const { t, href } = useLocale();
  const dates = useDates();
  const editor = href(`/admin/articles/${article.articleId}`);
  return (
    <>
      <PageHead title={t('writing.revisionNumber', { number: String(revision.number) })}>
        <p className="desk-title__line">
          <a href={editor} lang={article.fields.language}>
            {article.fields.headline}
          </a>{' '}
          · <a href={`${editor}/revisions`}>{t('writing.revisions')}</a> ·{' '}
          {dates.instant(revision.savedAt)} · {revision.savedBy ?? t('writing.nobodyKnown')}
        </p>
      </PageHead>
      {isNow ? (
        <p>{t('writing.isNow')}</p>
      ) : (
        <form method="post" action={`${editor}/restoration`}>
          <input type="hidden" name="number" value={revision.number} />
          <input type="hidden" name="version" value={article.version} />
          <Button look="accent">{t('writing.restore')}</Button>
        </form>
      )}
      <section className="report-part" aria-labelledby="changes">
        <h2 className="report-part__title" id="changes">
          {t('writing.changes')}
        </h2>
        <div lang={article.fields.language}>
          <Differences changes={changes} />
        </div>
      </section>
      <details className="report-part">
        <summary>{t('writing.wholeText')}</summary>
        <div lang={article.fields.language}>
          <p className="difference__text">{words.headline}</p>
          <p className="difference__text">{words.body}</p>
        </div>
      </details>
    </>
  );
}
