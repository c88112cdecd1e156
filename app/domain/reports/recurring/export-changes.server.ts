import { readNewsroom } from '../../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { type CsvTable, everyPage } from '../csv.server.ts';
import { amountCell, instantCell, textCell } from '../csv-cell.ts';
import { parseCursor } from '../cursor.ts';
import type { ChangeFilter } from './change-filter.ts';
import { listChanges } from './list-changes.server.ts';
import type { ListedChange } from './listed-change.ts';

const batchSize = 500;

const columns = [
  'change_id',
  'at_utc',
  'change',
  'supporter_id',
  'supporter_name',
  'supporter_email',
  'tier',
  'interval',
  'monthly_from',
  'monthly_to',
  'currency',
];

/**
 * Every change of a filter, the newest first. Who took them home is written down. Caller's duty:
 * that they may.
 */
export async function exportChanges(
  ctx: Ctx,
  { filter, actorId }: { readonly filter: ChangeFilter; readonly actorId: string },
): Promise<CsvTable> {
  const { timeZone } = await readNewsroom(ctx);
  await recordAudit(ctx, {
    ...{ actorId, action: 'supporters.exported', reason: '' },
    ...{ subjectKind: 'export', subjectId: 'membership_changes' },
    detail: { ...filter },
  });
  const changes = everyPage(async (after) => {
    const page = await listChanges(ctx, {
      ...{ filter, timeZone, after: parseCursor(after), limit: batchSize },
    });
    return { rows: page.changes, next: page.next };
  });
  return { columns, rows: rowsOf(changes) };
}

async function* rowsOf(changes: AsyncIterable<ListedChange>): AsyncGenerator<string[]> {
  for await (const { id, at, did, person, tierName, interval, from, to } of changes) {
    yield [
      id,
      instantCell(at),
      did,
      person?.id ?? '',
      textCell(person?.name ?? null),
      textCell(person?.email ?? null),
      textCell(tierName.en),
      interval,
      amountCell(from),
      amountCell(to),
      from.currency,
    ];
  }
}
