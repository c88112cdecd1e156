import { amountCell } from '../csv-cell.ts';
import type { AskTestResult } from './ask-test-result.ts';

const columns = [
  'variant',
  'readers',
  'givers',
  'conversion',
  'conversion_low',
  'conversion_high',
  'settlement_currency',
  'income',
  'income_per_1000_readers',
];

/** A row for each arm and the currency that it was settled in; one without income has one row. */
export function askTestTable({ arms }: AskTestResult) {
  return {
    columns,
    rows: arms.flatMap(({ arm, readers, givers, conversion, income }) => {
      const { value, low, high } = conversion;
      const shared = [
        ...[arm, String(readers), String(givers)],
        ...[value, low, high].map((part) => String(Math.round(part * 1e6) / 1e6)),
      ];
      return income.length === 0
        ? [[...shared, '', '', '']]
        : income.map(({ sum, perThousand }) => [
            ...shared,
            ...[sum.currency, amountCell(sum), amountCell(perThousand)],
          ]);
    }),
  };
}
