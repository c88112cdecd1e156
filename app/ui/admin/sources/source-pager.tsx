import type { ReportRange } from '../../../domain/reports/report-range.ts';
import type { SourceReport } from '../../../domain/reports/sources/source.ts';
import { wholeNumber } from '../figures.tsx';
import { useLocale } from '../../use-locale.ts';
import { sourcesPath } from './sources-path.ts';

export function SourcePager({ report, range }: { report: SourceReport; range: ReportRange }) {
  const { locale, t, href } = useLocale();
  const { question, hasMore } = report;
  const { page } = question;
  if (page === 1 && !hasMore) return null;
  const to = (number: number) => href(sourcesPath(range, { ...question, page: number }));
  return (
    <nav className="pager" aria-label={t('sources.pages')}>
      {page > 1 ? (
        <a href={to(page - 1)} rel="prev">
          {t('sources.previous')}
        </a>
      ) : null}
      <span aria-current="page">{t('sources.page', { page: wholeNumber(page, locale) })}</span>
      {hasMore ? (
        <a href={to(page + 1)} rel="next">
          {t('sources.next')}
        </a>
      ) : null}
    </nav>
  );
}
