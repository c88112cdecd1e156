import type { DaySpan } from '../../domain/reports/report-range.ts';
import type { ArticleSupport } from '../../domain/reports/supporter-report.ts';
import { localPath } from '../../kernel/locale.ts';
import { Empty, ReportPart, ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { Sums, wholeNumber } from './figures.tsx';
import { paymentsPath } from './overview/payments-path.ts';

/** Which articles readers gave at. */
export function TopArticles({
  articles,
  days,
}: {
  articles: readonly ArticleSupport[];
  days: DaySpan;
}) {
  const { locale, t, href } = useLocale();
  return (
    <ReportPart
      id="top-articles"
      title={t('admin.topArticles')}
      definition={t('admin.topArticlesDefinition')}
    >
      {articles.length === 0 ? (
        <Empty title={t('admin.noTopArticles')} next={t('admin.noTopArticlesNext')} />
      ) : (
        <ReportTable
          label={t('admin.topArticles')}
          head={[
            { label: t('admin.article') },
            { label: t('admin.gifts'), isFigure: true },
            { label: t('admin.support'), isFigure: true },
          ]}
        >
          {articles.map((article) => (
            <tr key={article.articleId}>
              <th scope="row" className="headline-cell">
                <a href={localPath(article.language, article.path)} lang={article.language}>
                  {article.headline}
                </a>
              </th>
              <td className="figure">
                <a href={href(paymentsPath(days, { kind: 'charges', article: article.articleId }))}>
                  {wholeNumber(article.gifts, locale)}
                </a>
              </td>
              <td className="figure">
                <a href={href(paymentsPath(days, { article: article.articleId }))}>
                  <Sums amounts={article.support} />
                </a>
              </td>
            </tr>
          ))}
        </ReportTable>
      )}
    </ReportPart>
  );
}
