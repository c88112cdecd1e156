import type { ReportRange } from '../../../domain/reports/report-range.ts';
import { type SourceReport, sourceDimensions } from '../../../domain/reports/sources/source.ts';
import { useLocale } from '../../use-locale.ts';
import { sourcesPath } from './sources-path.ts';

/** What income is broken down by, and in which settlement currency when there are several. */
export function SourceTabs({ report, range }: { report: SourceReport; range: ReportRange }) {
  const { t, href } = useLocale();
  const { question, currency, currencies } = report;
  const { settledIn, sort } = question;
  return (
    <div className="source-tabs">
      <nav aria-label={t('sources.by')}>
        <ul className="measures plain-list">
          {sourceDimensions.map((by) => (
            <li key={by}>
              <a
                href={href(sourcesPath(range, { by, settledIn, sort }))}
                aria-current={by === question.by ? 'true' : undefined}
              >
                {t(`sources.by.${by}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {currencies.length > 1 ? (
        <nav aria-label={t('sources.settledIn')} className="source-tabs__currencies">
          <span aria-hidden="true">{t('sources.settledIn')}</span>
          <ul className="measures plain-list">
            {currencies.map((one) => (
              <li key={one}>
                <a
                  href={href(sourcesPath(range, { by: question.by, sort, settledIn: one }))}
                  aria-current={one === currency ? 'true' : undefined}
                >
                  {one}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  );
}
