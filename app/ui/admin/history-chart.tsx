import type { ReportPeriod } from '../../domain/reports/report-month.ts';
import type { IncomeHistory, IncomeMonth } from '../../domain/reports/supporter-report.ts';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import { minorPerMajor } from '../../kernel/currencies.ts';
import { type Locale, intlTags } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';
import { ColumnChart } from '../chart/column-chart.tsx';
import { ReportPart, ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { monthName, shortMonth } from './dates.tsx';
import { SumCell, sum } from './figures.tsx';

/** What came in month by month, in one settlement currency, with the table behind the drawing. */
export function HistoryChart({
  history,
  period,
}: {
  history: IncomeHistory;
  period: ReportPeriod;
}) {
  const { locale, t, href } = useLocale();
  const { currency, months } = history;
  const title = t('admin.chartTitle', { currency });
  const last = months.at(-1);
  const best = months.reduce<IncomeMonth | undefined>(
    (highest, month) => (highest && highest.net >= month.net ? highest : month),
    undefined,
  );
  const say = (minor: number) => sum(money(minor, currency), locale);
  return (
    <ReportPart
      id={`history-${currency}`}
      title={title}
      definition={
        <>
          {t('admin.chartDefinition')}{' '}
          {period.isRunning
            ? t('admin.chartRunning', { month: monthName(period.month, locale) })
            : null}
        </>
      }
    >
      <figure className="chart">
        <ColumnChart
          id={`chart-${currency}`}
          title={title}
          description={
            last && best
              ? t('admin.chartSummary', {
                  count: months.length,
                  last: monthName(last.month, locale),
                  once: say(last.once),
                  recurring: say(last.recurring),
                  net: say(last.net),
                  best: say(best.net),
                  bestMonth: monthName(best.month, locale),
                })
              : title
          }
          columns={months.map(({ month }, i) => ({
            label: wideLabel(month, locale),
            narrowLabel: narrowLabel(month, i, months.length, locale),
          }))}
          stack={[
            {
              label: t('admin.line.recurring'),
              values: months.map((month) => month.recurring),
              tone: 'accent',
            },
            { label: t('admin.line.once'), values: months.map((month) => month.once), tone: 'ink' },
          ]}
          mark={{ label: t('admin.line.net'), values: months.map((month) => month.net) }}
          formatTick={(value) => tick(value, currency, locale)}
        />
        <details>
          <summary>{t('admin.chartTable')}</summary>
          <ReportTable
            label={title}
            head={[
              { label: t('admin.month') },
              { label: t('admin.line.once'), isFigure: true },
              { label: t('admin.line.recurring'), isFigure: true },
              { label: t('admin.line.net'), isFigure: true },
            ]}
          >
            {[...months].reverse().map((month) => (
              <tr key={month.month}>
                <th scope="row">
                  <a href={href(`/admin?month=${month.month}`)}>{monthName(month.month, locale)}</a>
                </th>
                <SumCell minor={month.once} currency={currency} />
                <SumCell minor={month.recurring} currency={currency} />
                <SumCell minor={month.net} currency={currency} />
              </tr>
            ))}
          </ReportTable>
        </details>
      </figure>
    </ReportPart>
  );
}

/** Every month; January as its year. */
function wideLabel(month: string, locale: Locale): string {
  return month.endsWith('-01') ? month.slice(0, 4) : shortMonth(month, locale);
}

/** Only the years and the last month: a phone has no room for more. */
function narrowLabel(month: string, index: number, count: number, locale: Locale): string {
  if (month.endsWith('-01')) return month.slice(0, 4);
  return index === count - 1 && !/-(02|03)$/.test(month) ? shortMonth(month, locale) : '';
}

function tick(value: number, currency: CurrencyCode, locale: Locale): string {
  return new Intl.NumberFormat(intlTags[locale], {
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(value / minorPerMajor(currency));
}
