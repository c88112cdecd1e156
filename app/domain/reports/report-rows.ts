import { type CurrencyCode } from '../../kernel/currencies.ts';
import { money } from '../../kernel/money.ts';
import { amountCell, textCell } from './csv-cell.ts';
import type { IncomeLines } from './income.ts';
import type { GiftSize } from './overview/read-gift-sizes.server.ts';
import { movementKinds } from './recurring-revenue.ts';
import type { SupporterReport } from './supporter-report.ts';

export const reportColumns = [
  'part',
  'figure',
  'from',
  'to',
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
  const { range } = report;
  const now = [range.from, range.to];
  const before = range.before ? [range.before.from, range.before.to] : null;
  const sum = (minor: number, currency: CurrencyCode) => [
    amountCell(money(minor, currency)),
    currency,
  ];
  for (const { currency, now: current, before: earlier } of report.settled) {
    for (const line of incomeLines) {
      yield ['income', line, ...now, ...sum(current[line], currency), ''];
      if (before) yield ['income', line, ...before, ...sum(earlier[line], currency), ''];
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
  for (const figure of ['donors', 'newDonors', 'givers', 'patrons', 'begun', 'ended'] as const) {
    const name = figure === 'newDonors' ? 'new_donors' : figure;
    yield ['people', name, ...now, String(report[figure].now), '', ''];
    if (before) yield ['people', name, ...before, String(report[figure].before), '', ''];
  }
  for (const { currency, start, end, movements } of report.recurring) {
    yield ['recurring', 'start', ...now, ...sum(start, currency), ''];
    for (const kind of movementKinds) {
      yield ['recurring', kind, ...now, ...sum(movements[kind].amountMinor, currency), ''];
    }
    yield ['recurring', 'end', ...now, ...sum(end, currency), ''];
  }
  for (const { currency, ...told } of report.failures.currencies) {
    for (const figure of ['failed', 'recovered', 'lost'] as const) {
      yield ['failures', figure, ...now, String(told[figure].count), '', currency];
      yield [
        'failures',
        `${figure}_amount`,
        ...now,
        ...sum(told[figure].amountMinor, currency),
        '',
      ];
    }
  }
  for (const size of report.sizes) {
    yield* sizeRows(size.now, now);
    if (before && size.before) yield* sizeRows(size.before, before);
  }
  for (const { currency, steps } of report.history) {
    for (const step of steps) {
      for (const line of ['once', 'recurring', 'net'] as const) {
        yield ['history', line, step.from, step.to, ...sum(step[line], currency), ''];
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

function* sizeRows(
  { source, currency, count, averageMinor, medianMinor }: GiftSize,
  days: readonly string[],
): Generator<string[]> {
  yield ['sizes', 'gifts', ...days, String(count), currency, source];
  yield ['sizes', 'average', ...days, amountCell(money(averageMinor, currency)), currency, source];
  yield ['sizes', 'median', ...days, amountCell(money(medianMinor, currency)), currency, source];
}
