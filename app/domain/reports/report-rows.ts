import { type CurrencyCode } from '../../kernel/currencies.ts';
import { money } from '../../kernel/money.ts';
import { amountCell, instantCell, textCell } from './csv-cell.ts';
import type { IncomeLines } from './income.ts';
import { movementKinds } from './recurring-revenue.ts';
import type { SupporterReport } from './supporter-report.ts';

export const reportColumns = [
  'part',
  'figure',
  'month',
  'from_utc',
  'until_utc',
  'value',
  'currency',
  'subject',
] as const;

const incomeLines = [
  'once',
  'recurring',
  'refunds',
  'disputes',
  'fees',
  'net',
] as const satisfies readonly (keyof IncomeLines)[];

/** The report as one long table: a figure in each row, with its span, unit and subject. */
export function* reportRows(report: SupporterReport): Generator<string[]> {
  const { period } = report;
  const now = [period.month, instantCell(period.from), instantCell(period.until)];
  const before = [
    period.before.month,
    instantCell(period.before.from),
    instantCell(period.before.until),
  ];
  const sum = (minor: number, currency: CurrencyCode) => [
    amountCell(money(minor, currency)),
    currency,
  ];
  for (const { currency, now: current, before: earlier } of report.settled) {
    for (const line of incomeLines) {
      yield ['income', line, ...now, ...sum(current[line], currency), ''];
      yield ['income', line, ...before, ...sum(earlier[line], currency), ''];
    }
  }
  for (const charged of report.charged) {
    for (const line of ['once', 'recurring', 'refunds', 'disputes'] as const) {
      yield ['charged', line, ...now, ...sum(charged[line], charged.currency), ''];
    }
  }
  for (const { currency, count, amountMinor } of report.waiting) {
    yield ['waiting', 'payments', ...now, String(count), '', currency];
    yield ['waiting', 'amount', ...now, ...sum(amountMinor, currency), ''];
  }
  for (const figure of ['donors', 'patrons', 'begun', 'ended'] as const) {
    yield ['people', figure, ...now, String(report[figure].now), '', ''];
    yield ['people', figure, ...before, String(report[figure].before), '', ''];
  }
  for (const { currency, start, end, movements } of report.recurring) {
    yield ['recurring', 'start', ...now, ...sum(start, currency), ''];
    for (const kind of movementKinds) {
      yield ['recurring', kind, ...now, ...sum(movements[kind].amountMinor, currency), ''];
    }
    yield ['recurring', 'end', ...now, ...sum(end, currency), ''];
  }
  for (const { currency, months } of report.history) {
    for (const month of months) {
      for (const line of ['once', 'recurring', 'net'] as const) {
        yield ['history', line, month.month, '', '', ...sum(month[line], currency), ''];
      }
    }
  }
  for (const article of report.articles) {
    yield ['articles', 'gifts', ...now, String(article.gifts), '', textCell(article.headline)];
    for (const { amountMinor, currency } of article.support) {
      yield [
        'articles',
        'support',
        ...now,
        ...sum(amountMinor, currency),
        textCell(article.headline),
      ];
    }
  }
}
