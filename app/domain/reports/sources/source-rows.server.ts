import type { Locale } from '../../../kernel/locale.ts';
import { money } from '../../../kernel/money.ts';
import type { Ctx } from '../../ports/context.ts';
import { type CsvTable, everyPage } from '../csv.server.ts';
import { amountCell, textCell } from '../csv-cell.ts';
import type { ReportRange } from '../report-range.ts';
import { readSources } from './read-sources.server.ts';
import { type SourceDimension, type SourceRow } from './source.ts';

const batchSize = 1_000;

const columns = [
  ...['by', 'key', 'name', 'from', 'to', 'settlement_currency', 'payments', 'gross', 'returned'],
  ...['stripe_fees', 'net', 'net_before'],
];

/** A whole breakdown in every settlement currency, read page by page. No personal data is in it. */
export function sourceTable(
  ctx: Ctx,
  input: { readonly by: SourceDimension; readonly range: ReportRange; readonly locale: Locale },
): CsvTable {
  return { columns, rows: rowsOf(ctx, input) };
}

async function* rowsOf(
  ctx: Ctx,
  { by, range, locale }: { by: SourceDimension; range: ReportRange; locale: Locale },
): AsyncGenerator<string[]> {
  const read = (settledIn: string | null, page: number, limit: number) =>
    readSources(ctx, {
      question: { by, settledIn, sort: 'gross', page },
      ...{ days: range, locale, limit },
    });
  const { currencies } = await read(null, 1, 1);
  for (const currency of currencies) {
    const rows = everyPage<SourceRow>(async (after) => {
      const page = Number(after ?? '1');
      const report = await read(currency, page, batchSize);
      return { rows: report.rows, next: report.hasMore ? String(page + 1) : null };
    });
    const cell = (minor: number) => amountCell(money(minor, currency));
    for await (const row of rows) {
      yield [
        ...[by, textCell(row.key), textCell(row.name), range.from, range.to, currency],
        ...[String(row.charges), cell(row.gross), cell(row.returned), cell(row.fees)],
        ...[cell(row.net), range.before ? cell(row.before) : ''],
      ];
    }
  }
}
