import {
  type ChurnMonth,
  type RetentionReport,
  shareInTenths,
} from '../../../domain/reports/recurring/retention.ts';
import { changesPath } from '../../../domain/reports/recurring/change-filter.ts';
import { wholeMonth } from '../../../domain/reports/report-range.ts';
import type { CurrencyCode } from '../../../kernel/currencies.ts';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { monthName } from '../dates.tsx';
import { SumCell, wholeNumber } from '../figures.tsx';
import { shareText } from '../recurring/share.ts';

const daysOf = ({ month }: ChurnMonth) => wholeMonth(month);

/** Who left and what left, month by month. */
export function ChurnPart({ report }: { report: RetentionReport }) {
  const { locale, t, href } = useLocale();
  const months = [...report.churn].reverse();
  const label = t('retention.peopleChurn');
  const currencies = report.churn[0]?.currencies.map(({ currency }) => currency) ?? [];
  return (
    <>
      <ReportPart id="churn" title={label} definition={t('retention.peopleChurnDefinition')}>
        <ReportTable
          label={label}
          head={[
            { label: t('retention.month') },
            { label: t('retention.atStart'), isFigure: true },
            { label: t('retention.left'), isFigure: true },
            { label: t('retention.rate'), isFigure: true },
          ]}
        >
          {months.map((month) => (
            <tr key={month.month}>
              <MonthHead month={month} />
              <td className="figure">{wholeNumber(month.peopleAtStart, locale)}</td>
              <td className="figure">
                {month.peopleLeft > 0 ? (
                  <a href={href(changesPath(daysOf(month), { of: 'left' }))}>
                    {wholeNumber(month.peopleLeft, locale)}
                  </a>
                ) : (
                  wholeNumber(0, locale)
                )}
              </td>
              <RateCell part={month.peopleLeft} whole={month.peopleAtStart} />
            </tr>
          ))}
        </ReportTable>
      </ReportPart>
      {currencies.map((currency) => (
        <MoneyChurn key={currency} currency={currency} months={months} />
      ))}
    </>
  );
}

function MoneyChurn({
  currency,
  months,
}: {
  currency: CurrencyCode;
  months: readonly ChurnMonth[];
}) {
  const { t, href } = useLocale();
  const label = t('retention.moneyChurn', { currency });
  return (
    <ReportPart
      id={`churn-${currency}`}
      title={label}
      definition={t('retention.moneyChurnDefinition')}
    >
      <ReportTable
        label={label}
        head={[
          { label: t('retention.month') },
          { label: t('retention.atStart'), isFigure: true },
          { label: t('recurring.lost'), isFigure: true },
          { label: t('retention.gross'), isFigure: true },
          { label: t('admin.movement.expansion'), isFigure: true, isWideOnly: true },
          { label: t('retention.net'), isFigure: true },
        ]}
      >
        {months.map((month) => {
          const own = month.currencies.find((one) => one.currency === currency);
          if (!own) return null;
          return (
            <tr key={month.month}>
              <MonthHead month={month} />
              <SumCell minor={own.start} currency={currency} />
              <SumCell
                minor={own.lost}
                currency={currency}
                to={
                  own.lost > 0
                    ? href(changesPath(daysOf(month), { of: 'less', currency }))
                    : undefined
                }
              />
              <RateCell part={own.lost} whole={own.start} />
              <SumCell minor={own.expansion} currency={currency} isWideOnly />
              <RateCell part={own.lost - own.expansion} whole={own.start} />
            </tr>
          );
        })}
      </ReportTable>
    </ReportPart>
  );
}

function MonthHead({ month }: { month: ChurnMonth }) {
  const { locale, t } = useLocale();
  return (
    <th scope="row">
      {monthName(month.month, locale)}
      {month.isRunning ? <span className="report-table__note">{t('retention.soFar')}</span> : null}
    </th>
  );
}

/** A share, or a dash that says why there is none. */
function RateCell({ part, whole }: { part: number; whole: number }) {
  const { locale, t } = useLocale();
  const share = shareInTenths(part, whole);
  return (
    <td className="figure">
      {share === null ? (
        <>
          <span aria-hidden="true">{t('admin.none')}</span>
          <span className="visually-hidden">{t('retention.nobodyAtStart')}</span>
        </>
      ) : (
        shareText(share, locale)
      )}
    </td>
  );
}
