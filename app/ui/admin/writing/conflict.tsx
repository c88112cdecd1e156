import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';
import { Differences, type FieldDifference } from './difference.tsx';

/** Somebody saved in between: what theirs and these words differ in. Nothing is lost, and nothing done yet. */
export function Conflict({
  articleId,
  conflict,
}: {
  articleId: string;
  conflict: {
    readonly by: string | null;
    readonly at: Date | null;
    readonly changes: readonly FieldDifference[];
  };
}) {
  const { t, href } = useLocale();
  const dates = useDates();
  const { by, at, changes } = conflict;
  return (
    <>
      <Notice
        tone="bad"
        title={t('writing.conflict', {
          who: by ?? t('writing.somebody'),
          at: at ? dates.instant(at) : '',
        })}
      >
        <p>{t('writing.conflictWhat')}</p>
        <p>
          <a href={href(`/admin/articles/${articleId}`)}>{t('writing.conflictTheirs')}</a>
        </p>
      </Notice>
      <section className="report-part" aria-labelledby="conflict">
        <h2 className="report-part__title" id="conflict">
          {t('writing.conflictDifference')}
        </h2>
        <Differences changes={changes} />
      </section>
    </>
  );
}
