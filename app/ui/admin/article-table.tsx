import type { ListedArticle } from '../../domain/reports/listed-article.ts';
import { paymentQuery } from '../../domain/reports/payment-filter.ts';
import { localPath } from '../../kernel/locale.ts';
import { ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { At } from './dates.tsx';
import { Sums, wholeNumber } from './figures.tsx';

/** Articles, one a row, with the support that each brought. */
export function ArticleTable({
  articles,
  isEditable,
  hasEdited,
}: {
  articles: readonly ListedArticle[];
  /** Headlines lead to the editor, or else to what readers see. */
  isEditable: boolean;
  /** Says when each was last edited rather than when it came out. */
  hasEdited: boolean;
}) {
  const { locale, t, href } = useLocale();
  return (
    <ReportTable
      label={t('admin.articles')}
      head={[
        { label: t('admin.article') },
        { label: t('admin.section'), isWideOnly: true },
        { label: t(hasEdited ? 'articles.edited' : 'admin.published'), isWideOnly: true },
        { label: t('admin.access'), isWideOnly: true },
        { label: t('admin.gifts'), isFigure: true },
        { label: t('admin.support'), isFigure: true },
      ]}
    >
      {articles.map((article) => (
        <tr key={article.articleId}>
          <th scope="row" className="headline-cell">
            {isEditable ? (
              <a href={href(`/admin/articles/${article.articleId}`)} lang={article.language}>
                {article.headline}
              </a>
            ) : article.status === 'published' ? (
              <a href={localPath(article.language, article.path)} lang={article.language}>
                {article.headline}
              </a>
            ) : (
              <span lang={article.language}>{article.headline}</span>
            )}
          </th>
          <td className="wide-only">{article.section[locale]}</td>
          <td className="wide-only">
            {hasEdited ? (
              <At instant={article.editedAt} />
            ) : article.status === 'published' && article.publishedAt ? (
              <At instant={article.publishedAt} form="day" />
            ) : (
              t(`admin.articleStatus.${article.status}`)
            )}
          </td>
          <td className="wide-only">
            {article.access === 'free' && article.hasExtras
              ? t('articles.access.extras')
              : t(`admin.access.${article.access}`)}
          </td>
          <td className="figure">{wholeNumber(article.gifts, locale)}</td>
          <td className="figure">
            {article.gifts === 0 ? (
              t('admin.none')
            ) : (
              <a href={href(`/admin/payments${paymentQuery({ articleId: article.articleId })}`)}>
                <Sums amounts={article.support} />
              </a>
            )}
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}
