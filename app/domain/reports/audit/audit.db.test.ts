import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { findOrCreateSupporter } from '../../supporters/find-or-create-supporter.server.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { parseCursor } from '../cursor.ts';
import { type AuditFilter, parseAuditFilter } from './audit-filter.ts';
import { exportAudit } from './export-audit.server.ts';
import { listAudit } from './list-audit.server.ts';

let product: TestProduct;
let ann: string;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20 + minute, 12));

beforeAll(async () => {
  product = await createTestProduct();
  ({ supporterId: ann } = await findOrCreateSupporter(product.services, {
    ...{ email: 'ann@example.org', name: 'Ann', locale: 'en', country: null },
    stripeCustomerId: null,
  }));
  for (const [index, action] of ['tier.changed', 'tier.changed', 'ask.moved'].entries()) {
    await recordAudit(
      {
        ...product.services,
        clock: { now: () => at(index) },
        origin: { address: '203.0.113.9', userAgent: 'Firefox' },
      },
      {
        actorId: index === 1 ? null : ann,
        ...{ action, subjectKind: action.split('.')[0] ?? '', subjectId: `row-${index}` },
        ...{ before: { price: index, kept: 1 }, after: { price: 9, kept: 1 } },
        reason: index === 0 ? 'The 100% rule' : '=1+1',
      },
    );
  }
});
afterAll(() => product.close());

async function list(query: string, limit = 10, after: string | null = null) {
  const filter: AuditFilter = parseAuditFilter(new URLSearchParams(query));
  return listAudit(product.services, {
    ...{ filter, timeZone: 'Europe/Kyiv', after: parseCursor(after), limit },
  });
}
const ids = async (query: string) =>
  (await list(query)).entries.map((entry) => entry.subject.id).join();

it('lists who did what and why, with what was changed and from where, the newest first', async () => {
  expect((await list('')).entries.slice(-1)).toMatchObject([
    {
      actor: { id: ann, label: 'Ann' },
      action: 'tier.changed',
      changes: [{ field: 'price', before: '0', after: '9' }],
      reason: 'The 100% rule',
      address: '203.0.113.9',
      userAgent: 'Firefox',
    },
  ]);
  expect(await ids('')).toBe('row-2,row-1,row-0');
});

it('finds by person, action, kind, days and words', async () => {
  expect(await ids(`actor=${ann}`)).toBe('row-2,row-0');
  expect(await ids('actor=system')).toBe('row-1');
  expect(await ids('action=tier.changed')).toBe('row-1,row-0');
  expect(await ids('kind=ask')).toBe('row-2');
  expect(await ids('from=2026-11-21&until=2026-11-21')).toBe('row-1');
  expect(await ids('text=100%25 rule')).toBe('row-0');
  expect(await ids('text=%25')).toBe('row-0');
  expect(await ids('text=row-2')).toBe('row-2');
});

it('turns pages without losing or repeating any', async () => {
  const first = await list('', 2);
  expect(first.entries).toHaveLength(2);
  const second = await list('', 2, first.next);
  expect(second.entries.map((entry) => entry.subject.id)).toEqual(['row-0']);
  expect(second.next).toBeNull();
});

it('goes into a file that starts no formula, and says who took it', async () => {
  const filter = parseAuditFilter(new URLSearchParams('action=ask.moved'));
  const table = await exportAudit(product.services, { filter, actorId: ann });
  const rows: (readonly string[])[] = [];
  for await (const row of table.rows) rows.push(row);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.slice(2, 10)).toEqual([
    ...[ann, 'Ann', 'ask.moved', 'ask', 'row-2', 'price: 2 > 9', '', "'=1+1"],
  ]);
  expect((await list('')).entries[0]).toMatchObject({ action: 'audit.exported' });
});

it('can be neither changed nor deleted', async () => {
  const { pool } = product.services.database;
  await expect(pool.query("update audit_entries set action = 'x.y'")).rejects.toThrow(
    'append only',
  );
  await expect(pool.query('delete from audit_entries')).rejects.toThrow('append only');
});
