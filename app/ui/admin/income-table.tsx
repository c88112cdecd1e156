import type { IncomeLines, SettledIncome } from '../../domain/reports/income.ts';
import type { ReportRange } from '../../domain/reports/report-range.ts';
import { ReportPart, ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { ChangeCell, SumCell } from './figures.tsx';
import { type PaymentsBehind, paymentsPath } from './overview/payments-path.ts';

type Line = Exclude<keyof IncomeLines, 'charges'> | 'gross';

/** The lines of the statement and the payments behind each. Fees stand on every payment. */
const lines: readonly { line: Line; filter: PaymentsBehind; sign: 1 | -1 }[] = [
  { line: 'once', filter: { source: 'once', kind: 'charges' }, sign: 1 },
  { line: 'recurring', filter: { source: 'recurring', kind: 'charges' }, sign: 1 },
  { line: 'gross', filter: { kind: 'charges' }, sign: 1 },
  { line: 'refunds', filter: { kind: 'refunds' }, sign: 1 },
  { line: 'disputes', filter: { kind: 'disputes' }, sign: 1 },
  { line: 'fees', filter: {}, sign: -1 },
  { line: 'net', filter: {}, sign: 1 },
];

/** What came in, as a statement that adds up from top to bottom, in one settlement currency. */
export function IncomeTable({ income, range }: { income: SettledIncome; range: ReportRange }) {
  const { t, href } = useLocale();
  const { currency, now, before } = income;
  const label = t('admin.income', { currency });
  const { before: daysBefore } = range;
  return (
    <ReportPart id={`income-${currency}`} title={label} definition={t('admin.incomeDefinition')}>
      <ReportTable
        label={label}
        head={[
          { label: t('admin.line') },
          { label: t('overview.now'), isFigure: true },
          ...(daysBefore
            ? [
                { label: t('overview.before'), isFigure: true },
                { label: t('admin.change'), isFigure: true, isWideOnly: true },
              ]
            : []),
        ]}
      >
        {lines.map(({ line, filter, sign }) => (
          <tr key={line} className={line === 'net' ? 'is-total' : undefined}>
            <th scope="row">
              {line === 'gross' ? t('overview.line.gross') : t(`admin.line.${line}`)}
              <span className="report-table__note">
                {line === 'gross' ? t('overview.define.gross') : t(`admin.define.${line}`)}
              </span>
            </th>
            <SumCell
              minor={sign * figure(now, line)}
              currency={currency}
              to={href(paymentsPath(range, { ...filter, settlement: currency }))}
            />
            {daysBefore ? (
              <>
                <SumCell
                  minor={sign * figure(before, line)}
                  currency={currency}
                  to={href(paymentsPath(daysBefore, { ...filter, settlement: currency }))}
                />
                <ChangeCell {...compared(line, now, before)} isWideOnly />
              </>
            ) : null}
          </tr>
        ))}
      </ReportTable>
    </ReportPart>
  );
}

function figure(lines: IncomeLines, line: Line): number {
  return line === 'gross' ? lines.once + lines.recurring : lines[line];
}

/** Refunds and disputes are compared by size: more of them is more, though the figure is lower. */
function compared(
  line: Line,
  now: IncomeLines,
  before: IncomeLines,
): { before: number; after: number } {
  const sign = line === 'refunds' || line === 'disputes' ? -1 : 1;
  return { before: sign * figure(before, line), after: sign * figure(now, line) };
}
