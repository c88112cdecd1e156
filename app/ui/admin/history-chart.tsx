import { type ReportRange, rangeQuery } from '../../domain/reports/report-range.ts';
import type { IncomeHistory, IncomeStep } from '../../domain/reports/supporter-report.ts';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import { minorPerMajor } from '../../kernel/currencies.ts';
import { type Locale, intlTags } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';
import { ColumnChart } from '../chart/column-chart.tsx';
import { ReportPart, ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { SumCell, sum } from './figures.tsx';
import { footLabel, stepName } from './overview/days.ts';
import { type PaymentsBehind, paymentsPath } from './overview/payments-path.ts';

/** What came in step by step, in one settlement currency, with the table behind the drawing. */
export function HistoryChart({ history, range }: { history: IncomeHistory; range: ReportRange }) {
  const { locale, t, href } = useLocale();
  const { currency, steps } = history;
  const { unit } = range;
  const title = t('overview.chartTitle', { currency, unit });
  const last = steps.at(-1);
  const best = steps.reduce<IncomeStep | undefined>(
    (highest, step) => (highest && highest.net >= step.net ? highest : step),
    undefined,
  );
  const behind = (step: IncomeStep, what: PaymentsBehind) =>
    href(paymentsPath(step, { ...what, settlement: currency }));
  const say = (minor: number) => sum(money(minor, currency), locale);
  return (
    <ReportPart
      id={`history-${currency}`}
      title={title}
      definition={t('overview.chartDefinition', { unit })}
    >
      <figure className="chart">
        <ColumnChart
          id={`chart-${currency}`}
          title={title}
          description={
            last && best
              ? t('overview.chartSummary', {
                  count: steps.length,
                  last: stepName(last, unit, locale),
                  once: say(last.once),
                  recurring: say(last.recurring),
                  net: say(last.net),
                  best: say(best.net),
                  bestStep: stepName(best, unit, locale),
                })
              : title
          }
          columns={steps.map(({ from }) => footLabel(from, unit, locale))}
          stack={[
            {
              label: t('admin.line.recurring'),
              values: steps.map((step) => step.recurring),
              tone: 'accent',
            },
            { label: t('admin.line.once'), values: steps.map((step) => step.once), tone: 'ink' },
          ]}
          mark={{ label: t('admin.line.net'), values: steps.map((step) => step.net) }}
          formatTick={(value) => tick(value, currency, locale)}
        />
        <details>
          <summary>{t('admin.chartTable')}</summary>
          <ReportTable
            label={title}
            head={[
              { label: t('overview.step', { unit }) },
              { label: t('admin.line.once'), isFigure: true },
              { label: t('admin.line.recurring'), isFigure: true },
              { label: t('admin.line.net'), isFigure: true },
            ]}
          >
            {[...steps].reverse().map((step) => (
              <tr key={step.from}>
                <th scope="row">
                  {unit === 'day' ? (
                    stepName(step, unit, locale)
                  ) : (
                    <a
                      href={href(
                        `/admin?${rangeQuery({ ...step, preset: 'custom', compare: range.compare })}`,
                      )}
                    >
                      {stepName(step, unit, locale)}
                    </a>
                  )}
                </th>
                <SumCell
                  minor={step.once}
                  currency={currency}
                  to={behind(step, { kind: 'charges', source: 'once' })}
                />
                <SumCell
                  minor={step.recurring}
                  currency={currency}
                  to={behind(step, { kind: 'charges', source: 'recurring' })}
                />
                <SumCell minor={step.net} currency={currency} to={behind(step, {})} />
              </tr>
            ))}
          </ReportTable>
        </details>
      </figure>
    </ReportPart>
  );
}

function tick(value: number, currency: CurrencyCode, locale: Locale): string {
  return new Intl.NumberFormat(intlTags[locale], {
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(value / minorPerMajor(currency));
}
