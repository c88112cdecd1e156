import { readNewsroom } from '../../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { type CsvTable, everyPage } from '../csv.server.ts';
import { instantCell, textCell } from '../csv-cell.ts';
import { parseCursor } from '../cursor.ts';
import type { ListedAuditEntry } from './audit-entry.ts';
import { type AuditFilter, auditQuery } from './audit-filter.ts';
import { listAudit } from './list-audit.server.ts';

const batchSize = 500;

const columns = [
  'entry_id',
  'at_utc',
  'actor_id',
  'actor',
  'action',
  'subject_kind',
  'subject_id',
  'changes',
  'facts',
  'reason',
  'network_address',
  'browser',
];

/**
 * Every entry of a filter, the newest first. Who took them home is written down, and so stands on
 * top of the file. Caller's duty: that they may.
 */
export async function exportAudit(
  ctx: Ctx,
  input: { filter: AuditFilter; actorId: string },
): Promise<CsvTable> {
  const { timeZone } = await readNewsroom(ctx);
  await recordAudit(ctx, {
    actorId: input.actorId,
    action: 'audit.exported',
    subjectKind: 'export',
    subjectId: 'audit',
    // What was searched for may be somebody's name: it is not kept.
    detail: { query: auditQuery({ ...input.filter, text: null }) },
    reason: '',
  });
  const entries = everyPage(async (after) => {
    const page = await listAudit(ctx, {
      ...{ filter: input.filter, timeZone, after: parseCursor(after), limit: batchSize },
    });
    return { rows: page.entries, next: page.next };
  });
  return { columns, rows: rowsOf(entries) };
}

async function* rowsOf(entries: AsyncIterable<ListedAuditEntry>): AsyncGenerator<string[]> {
  for await (const entry of entries) {
    const changes = entry.changes.map(
      ({ field, before, after }) => `${field}: ${before ?? ''} > ${after ?? ''}`,
    );
    const facts = entry.facts.map(({ field, value }) => `${field}: ${value}`);
    yield [
      entry.id,
      instantCell(entry.at),
      entry.actor?.id ?? '',
      textCell(entry.actor ? entry.actor.label : 'system'),
      textCell(entry.action),
      textCell(entry.subject.kind),
      textCell(entry.subject.id),
      textCell(changes.join('; ')),
      textCell(facts.join('; ')),
      textCell(entry.reason),
      textCell(entry.address),
      textCell(entry.userAgent),
    ];
  }
}
