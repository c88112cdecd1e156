import type { ListedAuthor } from '../../../domain/articles/authors/author-list.ts';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { wholeNumber } from '../figures.tsx';

/** Authors, one a row, with how much each has written. */
export function AuthorTable({
  authors,
  mayAct,
}: {
  authors: readonly ListedAuthor[];
  mayAct: boolean;
}) {
  const { locale, t, href } = useLocale();
  return (
    <ReportTable
      label={t('desk.authors')}
      head={[
        { label: t('authors.author') },
        { label: t('authors.role'), isWideOnly: true },
        { label: t('sections.articles'), isFigure: true },
      ]}
    >
      {authors.map(({ slug, name, role, articles }) => (
        <tr key={slug}>
          <th scope="row">
            {mayAct ? <a href={href(`/admin/authors/${slug}`)}>{name[locale]}</a> : name[locale]}
            <span className="report-table__note">
              <a href={href(`/authors/${slug}`)}>{`/authors/${slug}`}</a>
            </span>
          </th>
          <td className="wide-only">{role[locale]}</td>
          <td className="figure">{wholeNumber(articles, locale)}</td>
        </tr>
      ))}
    </ReportTable>
  );
}
