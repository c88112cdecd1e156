import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';
import { wholeNumber } from '../figures.tsx';
import { PageHead } from '../page-head.tsx';
import { Pager } from '../pager.tsx';

export interface RevisionRow {
  readonly number: number;
  readonly savedAt: Date;
  readonly savedBy: string | null;
  readonly restoredFrom: number | null;
  readonly wordCount: number;
}

/** Every save that changed an article's words, the newest first. */
export function RevisionList({
  article,
  page,
  isFirst,
}: {
  article: {
    readonly articleId: string;
    readonly fields: { readonly headline: string; readonly language: string };
  };
  page: { readonly revisions: readonly RevisionRow[]; readonly next: number | null };
  isFirst: boolean;
}) {
  const { locale, t, href } = useLocale();
  const editor = `/admin/articles/${article.articleId}`;
  return (
    <>
      <PageHead title={t('writing.revisions')}>
        <p className="desk-title__line">
          <a href={href(editor)} lang={article.fields.language}>
            {article.fields.headline}
          </a>{' '}
          · {t('writing.revisionsDefinition')}
        </p>
      </PageHead>
      {page.revisions.length === 0 ? (
        <p>{t('writing.noRevisions')}</p>
      ) : (
        <ReportTable
          label={t('writing.revisions')}
          head={[
            { label: t('writing.revision') },
            { label: t('writing.savedAt') },
            { label: t('writing.savedBy') },
            { label: t('writing.words'), isFigure: true },
          ]}
        >
          {page.revisions.map((revision) => (
            <tr key={revision.number}>
              <th scope="row">
                <a href={href(`${editor}/revisions/${revision.number}`)}>
                  {t('writing.revisionNumber', { number: String(revision.number) })}
                </a>
                {revision.restoredFrom ? (
                  <span className="meta">
                    {' '}
                    {t('writing.restoredFrom', { number: String(revision.restoredFrom) })}
                  </span>
                ) : null}
              </th>
              <td>
                <At instant={revision.savedAt} />
              </td>
              <td>{revision.savedBy ?? t('writing.nobodyKnown')}</td>
              <td className="figure">{wholeNumber(revision.wordCount, locale)}</td>
            </tr>
          ))}
        </ReportTable>
      )}
      <Pager
        newest={isFirst ? null : href(`${editor}/revisions`)}
        older={page.next ? href(`${editor}/revisions?before=${page.next}`) : null}
      />
    </>
  );
}
