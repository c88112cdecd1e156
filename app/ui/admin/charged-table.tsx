import type { ChargedIncome, WaitingIncome } from '../../domain/reports/income.ts';
import type { DaySpan } from '../../domain/reports/report-range.ts';
import { money } from '../../kernel/money.ts';
import { ReportPart, ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { SumCell, sum, wholeNumber } from './figures.tsx';
import { type PaymentsBehind, paymentsPath } from './overview/payments-path.ts';

/** What supporters were charged, each currency by itself. */
export function ChargedTable({
  charged,
  days,
}: {
  charged: readonly ChargedIncome[];
  days: DaySpan;
}) {
  const { locale, t, href } = useLocale();
  const path = (behind: PaymentsBehind) => href(paymentsPath(days, behind));
  return (
    <ReportPart id="charged" title={t('admin.charged')} definition={t('admin.chargedDefinition')}>
      <ReportTable
        label={t('admin.charged')}
        head={[
          { label: t('admin.currency') },
          { label: t('admin.line.once'), isFigure: true },
          { label: t('admin.line.recurring'), isFigure: true },
          { label: t('admin.line.refunds'), isFigure: true },
          { label: t('admin.line.disputes'), isFigure: true },
          { label: t('admin.gifts'), isFigure: true },
        ]}
      >
        {charged.map((row) => {
          const { currency } = row;
          return (
            <tr key={currency}>
              <th scope="row">
                <a href={path({ currency })}>{currency}</a>
              </th>
              <SumCell
                minor={row.once}
                currency={currency}
                to={path({ currency, source: 'once', kind: 'charges' })}
              />
              <SumCell
                minor={row.recurring}
                currency={currency}
                to={path({ currency, source: 'recurring', kind: 'charges' })}
              />
              <SumCell
                minor={row.refunds}
                currency={currency}
                to={path({ currency, kind: 'refunds' })}
              />
              <SumCell
                minor={row.disputes}
                currency={currency}
                to={path({ currency, kind: 'disputes' })}
              />
              <td className="figure">
                <a href={path({ currency, kind: 'charges' })}>{wholeNumber(row.charges, locale)}</a>
              </td>
            </tr>
          );
        })}
      </ReportTable>
    </ReportPart>
  );
}

/** What is in none of the settled sums yet. */
export function Waiting({ waiting, days }: { waiting: readonly WaitingIncome[]; days: DaySpan }) {
  const { locale, t, href } = useLocale();
  return (
    <ReportPart
      id="waiting"
      title={t('admin.waitingTitle')}
      definition={t(waiting.length === 0 ? 'admin.nothingWaiting' : 'admin.waitingNote')}
    >
      {waiting.length === 0 ? null : (
        <ul className="waiting plain-list">
          {waiting.map(({ currency, count, amountMinor }) => (
            <li key={currency}>
              <a href={href(paymentsPath(days, { currency, isWaiting: true }))}>
                {t('admin.waitingLine', {
                  count,
                  currency,
                  amount: sum(money(amountMinor, currency), locale),
                })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </ReportPart>
  );
}
