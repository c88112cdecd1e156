import type { ListedArticle } from '../../domain/reports/listed-article.ts';
import { paymentQuery } from '../../domain/reports/payment-filter.ts';
import { localPath } from '../../kernel/locale.ts';
import { ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { At } from './dates.tsx';
import { Sums, wholeNumber } from './figures.tsx';

/** Articles, one a row, with the support that each brought. */
export function ArticleTable({ articles }: { articles: readonly ListedArticle[] }) {
  const { locale, t, href } = useLocale();
  return (
    <ReportTable
      label={t('admin.articles')}
      head={[
        { label: t('admin.article') },
        { label: t('admin.section'), isWideOnly: true },
        { label: t('admin.published'), isWideOnly: true },
        { label: t('admin.access'), isWideOnly: true },
        { label: t('admin.gifts'), isFigure: true },
        { label: t('admin.support'), isFigure: true },
      ]}
    >
      {articles.map((article) => (
        <tr key={article.articleId}>
          <th scope="row" className="headline-cell">
            {article.status === 'published' ? (
              <a href={localPath(article.language, article.path)} lang={article.language}>
                {article.headline}
              </a>
            ) : (
              <span lang={article.language}>{article.headline}</span>
            )}
          </th>
          <td className="wide-only">{article.section[locale]}</td>
          <td className="wide-only">
            {article.status === 'published' && article.publishedAt ? (
              <At instant={article.publishedAt} form="day" />
            ) : (
              t(
                article.status === 'scheduled'
                  ? 'admin.articleStatus.scheduled'
                  : 'admin.articleStatus.draft',
              )
            )}
          </td>
          <td className="wide-only">{t(`admin.access.${article.access}`)}</td>
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
