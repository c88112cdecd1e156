import {
  type RetentionReport,
  fewest,
  shareInTenths,
} from '../../../domain/reports/recurring/retention.ts';
import { paymentQuery } from '../../../domain/reports/payment-filter.ts';
import { money } from '../../../kernel/money.ts';
import { Empty, ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { monthName } from '../dates.tsx';
import { SumCell, sum, wholeNumber } from '../figures.tsx';
import { shareText } from '../recurring/share.ts';

/** What a patron is worth, with every figure that it is made of. */
export function LifetimePart({ report }: { report: RetentionReport }) {
  const { locale, t, href } = useLocale();
  const { months, peopleLeft, peopleMonths, values } = report.lifetime;
  const label = t('retention.lifetime');
  const rate = shareInTenths(peopleLeft, peopleMonths);
  return (
    <ReportPart
      id="lifetime"
      title={label}
      definition={t('retention.lifetimeDefinition', {
        first: monthName(months.first, locale),
        last: monthName(months.last, locale),
      })}
    >
      {values.length === 0 ? (
        <Empty title={t('retention.noLifetime')} />
      ) : (
        <>
          <p className="report-part__lead">
            {rate === null
              ? t('retention.noChurnRate')
              : t('retention.churnRate', {
                  left: peopleLeft,
                  months: peopleMonths,
                  rate: shareText(rate, locale),
                })}
          </p>
          <ReportTable
            label={label}
            head={[
              { label: t('admin.currency') },
              { label: t('retention.netBrought'), isFigure: true },
              { label: t('retention.membershipMonths'), isFigure: true },
              { label: t('retention.netAMonth'), isFigure: true },
              { label: t('retention.value'), isFigure: true },
            ]}
          >
            {values.map((value) => (
              <tr key={value.currency}>
                <th scope="row">{value.currency}</th>
                <SumCell
                  minor={value.netMinor}
                  currency={value.currency}
                  to={href(
                    `/admin/payments${paymentQuery({ source: 'recurring', settledIn: value.currency })}`,
                  )}
                />
                <td className="figure">{wholeNumber(value.membershipMonths, locale)}</td>
                <td className="figure">
                  {value.monthlyNetMinor === null
                    ? t('admin.none')
                    : sum(money(value.monthlyNetMinor, value.currency), locale)}
                </td>
                <td className="figure">
                  {value.valueMinor === null
                    ? t('retention.noValue')
                    : sum(money(value.valueMinor, value.currency), locale)}
                  {value.isMissing ? (
                    <span className="report-table__note">
                      {t('retention.missing', {
                        reason: value.isMissing,
                        leaving: fewest.leaving,
                        months: fewest.months,
                      })}
                    </span>
                  ) : null}
                </td>
              </tr>
            ))}
          </ReportTable>
        </>
      )}
      <p className="report-part__definition">{t('retention.lifetimeCaveats')}</p>
    </ReportPart>
  );
}
