import { changesPath } from '../../../domain/reports/recurring/change-filter.ts';
import type { Failures } from '../../../domain/reports/recurring/recurring-report.ts';
import { shareInTenths } from '../../../domain/reports/recurring/retention.ts';
import type { DaySpan } from '../../../domain/reports/report-range.ts';
import { supporterQuery } from '../../../domain/reports/supporter-filter.ts';
import type { CurrencyCode } from '../../../kernel/currencies.ts';
import { money } from '../../../kernel/money.ts';
import { Empty, ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { sum, wholeNumber } from '../figures.tsx';
import { shareText } from './share.ts';

/** Payments that fail, and what becomes of them. */
export function FailuresPart({ failures, days }: { failures: Failures; days: DaySpan }) {
  const { locale, t, href } = useLocale();
  const behind = (of: 'failed' | 'recovered' | 'lost', currency: CurrencyCode, count: number) =>
    count > 0 ? href(changesPath(days, { of, currency })) : undefined;
  const { recovered, lost } = failures;
  const rate = shareInTenths(recovered.now, recovered.now + lost.now);
  return (
    <ReportPart
      id="failures"
      title={t('recurring.failures')}
      definition={t('recurring.failuresDefinition')}
    >
      {failures.currencies.length === 0 ? (
        <Empty title={t('recurring.noFailures')} />
      ) : (
        <>
          <p className="report-part__lead">
            {rate === null
              ? t('recurring.noRate')
              : t('recurring.rate', {
                  rate: shareText(rate, locale),
                  recovered: recovered.now,
                  all: recovered.now + lost.now,
                })}
          </p>
          <ReportTable
            label={t('recurring.failures')}
            head={[
              { label: t('admin.currency') },
              { label: t('recurring.failingNow'), isFigure: true },
              { label: t('recurring.openNow'), isFigure: true },
              { label: t('recurring.failed'), isFigure: true },
              { label: t('recurring.recovered'), isFigure: true },
              { label: t('recurring.lostToFailure'), isFigure: true },
            ]}
          >
            {failures.currencies.map(({ currency, failingNow, ...told }) => (
              <tr key={currency}>
                <th scope="row">{currency}</th>
                <Cell
                  {...failingNow}
                  currency={currency}
                  to={
                    failingNow.count > 0
                      ? href(`/admin/supporters${supporterQuery({ group: 'past_due', currency })}`)
                      : undefined
                  }
                />
                <td className="figure">{sum(money(failingNow.openMinor, currency), locale)}</td>
                {(['failed', 'recovered', 'lost'] as const).map((of) => (
                  <Cell
                    key={of}
                    {...told[of]}
                    currency={currency}
                    to={behind(of, currency, told[of].count)}
                  />
                ))}
              </tr>
            ))}
          </ReportTable>
        </>
      )}
    </ReportPart>
  );
}

function Cell({
  count,
  amountMinor,
  currency,
  to,
}: {
  count: number;
  amountMinor: number;
  currency: CurrencyCode;
  to?: string | undefined;
}) {
  const { locale } = useLocale();
  const text = wholeNumber(count, locale);
  return (
    <td className="figure">
      {to ? <a href={to}>{text}</a> : text}
      <span className="report-table__note">{sum(money(amountMinor, currency), locale)}</span>
    </td>
  );
}
