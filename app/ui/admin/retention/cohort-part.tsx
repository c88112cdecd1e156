import {
  type Cohort,
  type RetentionReport,
  shareInTenths,
} from '../../../domain/reports/recurring/retention.ts';
import { rangeQuery } from '../../../domain/reports/report-range.ts';
import { shiftMonth } from '../../../domain/reports/report-month.ts';
import { type Locale, intlTags } from '../../../kernel/locale.ts';
import { money } from '../../../kernel/money.ts';
import { Empty, ReportPart } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { monthName } from '../dates.tsx';
import { sum, wholeNumber } from '../figures.tsx';
import { cohortPath } from './cohort-path.ts';

/** Who stays, by the month of joining: a figure in every cell, and a tone that helps to see the pattern. */
export function CohortPart({ report }: { report: RetentionReport }) {
  const { t, href } = useLocale();
  const { measure, currencies, range } = report;
  const path = (by: string) =>
    href(`/admin/retention?${rangeQuery(range)}${by === 'people' ? '' : `&by=${by}`}#cohorts`);
  return (
    <ReportPart
      id="cohorts"
      title={t('retention.cohorts')}
      definition={t(
        measure === 'people' ? 'retention.cohortsDefinition' : 'retention.cohortsMoneyDefinition',
      )}
    >
      {currencies.length === 0 ? null : (
        <nav aria-label={t('retention.measure')}>
          <ul className="measures plain-list">
            {['people', ...currencies].map((by) => (
              <li key={by}>
                <a href={path(by)} aria-current={by === measure ? 'true' : undefined}>
                  {by === 'people'
                    ? t('retention.byPeople')
                    : t('retention.byMoney', { currency: by })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {report.cohorts.length === 0 ? (
        <Empty
          title={t('retention.noCohorts')}
          next={t('admin.noMrrNext')}
          action={{ label: t('admin.tryJoin'), to: href('/join') }}
        />
      ) : (
        <CohortTable report={report} />
      )}
    </ReportPart>
  );
}

function CohortTable({ report }: { report: RetentionReport }) {
  const { locale, t } = useLocale();
  const { cohorts } = report;
  const longest = Math.max(...cohorts.map(({ left }) => left.length));
  const label = t('retention.cohorts');
  return (
    <div
      className="table-scroll report-table cohorts"
      role="region"
      // A scrolled region must be reachable by keyboard (WCAG 2.1.1).
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see the line above
      tabIndex={0}
      aria-label={t('admin.scrollTable', { table: label })}
    >
      <table className="table">
        <caption className="visually-hidden">{t('retention.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('retention.joined')}</th>
            <th scope="col" className="figure">
              {t('retention.size')}
            </th>
            <th scope="col" className="figure">
              {t(report.isCurrent ? 'retention.stillNow' : 'retention.stillThen')}
            </th>
            {Array.from({ length: longest }, (_, after) => (
              <th key={after} scope="col" className="figure">
                <abbr title={t('retention.monthsAfter', { count: after })}>
                  {wholeNumber(after, locale)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...cohorts].reverse().map((cohort) => (
            <CohortRow key={cohort.joined} cohort={cohort} report={report} longest={longest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CohortRow({
  cohort,
  report,
  longest,
}: {
  cohort: Cohort;
  report: RetentionReport;
  longest: number;
}) {
  const { locale, t, href } = useLocale();
  const { joined, size, left } = cohort;
  const { measure } = report;
  const say = (value: number) =>
    measure === 'people' ? wholeNumber(value, locale) : sum(money(value, measure), locale);
  const still = left.at(-1) ?? 0;
  return (
    <tr>
      <th scope="row">{monthName(joined, locale, 'short')}</th>
      <td className="figure">
        <a href={href(cohortPath(joined, null))}>{say(size)}</a>
      </td>
      <td className="figure">
        {still > 0 ? (
          <a href={href(cohortPath(joined, shiftMonth(joined, left.length - 1)))}>{say(still)}</a>
        ) : (
          say(still)
        )}
      </td>
      {Array.from({ length: longest }, (_, after) => {
        const share = shareInTenths(left[after] ?? 0, size);
        return left[after] === undefined || share === null ? (
          <td key={after} />
        ) : (
          <td key={after} className={`figure heat heat--${toneOf(share)}`}>
            {(left[after] ?? 0) > 0 ? (
              <a href={href(cohortPath(joined, shiftMonth(joined, after)))}>
                {wholeShare(share, locale)}
                <span className="visually-hidden">
                  {' '}
                  {t('cohort.cellOf', {
                    joined: monthName(joined, locale, 'short'),
                    at: monthName(shiftMonth(joined, after), locale, 'short'),
                  })}
                </span>
              </a>
            ) : (
              wholeShare(share, locale)
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Five tones, each a fifth of the way; what grew past its start is as strong as all of it. */
function toneOf(tenths: number): number {
  return Math.min(5, Math.max(1, Math.ceil(tenths / 200)));
}

/** Whole percents: a cell has no room for more. All is only said of all. */
function wholeShare(tenths: number, locale: Locale): string {
  const rounded = Math.round(tenths / 10);
  const honest = rounded === 100 && tenths < 1000 ? 99 : rounded === 0 && tenths > 0 ? 1 : rounded;
  return new Intl.NumberFormat(intlTags[locale], { style: 'percent' }).format(honest / 100);
}
