import type { IncomeLines, SettledIncome } from '../../domain/reports/income.ts';
import { type PaymentFilter, paymentQuery } from '../../domain/reports/payment-filter.ts';
import type { ReportPeriod } from '../../domain/reports/report-month.ts';
import { ReportPart, ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { ChangeCell, SumCell } from './figures.tsx';

type Line = Exclude<keyof IncomeLines, 'charges'>;

/** The lines of the statement and the payments behind each. Fees stand on every payment. */
const lines: readonly { line: Line; filter: Partial<PaymentFilter>; sign: 1 | -1 }[] = [
  { line: 'once', filter: { source: 'once', kind: 'charges' }, sign: 1 },
  { line: 'recurring', filter: { source: 'recurring', kind: 'charges' }, sign: 1 },
  { line: 'refunds', filter: { kind: 'refunds' }, sign: 1 },
  { line: 'disputes', filter: { kind: 'disputes' }, sign: 1 },
  { line: 'fees', filter: {}, sign: -1 },
  { line: 'net', filter: {}, sign: 1 },
];

/** What came in, as a statement that adds up from top to bottom, in one settlement currency. */
export function IncomeTable({ income, period }: { income: SettledIncome; period: ReportPeriod }) {
  const { t, href } = useLocale();
  const { currency, now, before } = income;
  const label = t('admin.income', { currency });
  const path = (filter: Partial<PaymentFilter>, isBefore: boolean) =>
    href(
      `/admin/payments${paymentQuery({
        ...filter,
        settledIn: currency,
        month: isBefore ? period.before.month : period.month,
        until: isBefore && period.isRunning ? period.before.until : null,
      })}`,
    );
  return (
    <ReportPart id={`income-${currency}`} title={label} definition={t('admin.incomeDefinition')}>
      <ReportTable
        label={label}
        head={[
          { label: t('admin.line') },
          { label: t('admin.thisMonth'), isFigure: true },
          {
            label: t(period.isRunning ? 'admin.sameDays' : 'admin.monthBeforeColumn'),
            isFigure: true,
          },
          { label: t('admin.change'), isFigure: true, isWideOnly: true },
        ]}
      >
        {lines.map(({ line, filter, sign }) => (
          <tr key={line} className={line === 'net' ? 'is-total' : undefined}>
            <th scope="row">
              {t(`admin.line.${line}`)}
              <span className="report-table__note">{t(`admin.define.${line}`)}</span>
            </th>
            <SumCell minor={sign * now[line]} currency={currency} to={path(filter, false)} />
            <SumCell minor={sign * before[line]} currency={currency} to={path(filter, true)} />
            <ChangeCell {...compared(line, now, before)} isWideOnly />
          </tr>
        ))}
      </ReportTable>
    </ReportPart>
  );
}

/** Refunds and disputes are compared by size: more of them is more, though the figure is lower. */
function compared(
  line: Line,
  now: IncomeLines,
  before: IncomeLines,
): { before: number; after: number } {
  const sign = line === 'refunds' || line === 'disputes' ? -1 : 1;
  return { before: sign * before[line], after: sign * now[line] };
}
