import { describe, expect, it } from 'vitest';
import { changesOf, factsOf, subjectPath } from './audit-entry.ts';
import { auditQuery, parseAuditFilter } from './audit-filter.ts';

const id = '0197a000-0000-7000-8000-000000000001';

describe('changesOf', () => {
  it('names what differs, nested fields by their path, and leaves out what stayed', () => {
    const before = { heading: { en: 'Old', uk: 'Те саме' }, tags: ['war'], isActive: true };
    const after = { heading: { en: 'New', uk: 'Те саме' }, tags: [], isActive: true, goal: 5 };
    expect(changesOf(before, after)).toEqual([
      { field: 'heading.en', before: 'Old', after: 'New' },
      { field: 'tags', before: 'war', after: null },
      { field: 'goal', before: null, after: '5' },
    ]);
    expect(changesOf(null, null)).toEqual([]);
  });

  it('tells facts in words and numbers', () => {
    expect(factsOf({ role: null, count: 2, list: ['a', 1] })).toEqual([
      { field: 'count', value: '2' },
      { field: 'list', value: 'a, 1' },
    ]);
  });
});

describe('an address of the audit log', () => {
  it('reads back what it was made from', () => {
    const filter = {
      ...{ actor: { id }, action: 'role.changed', subjectKind: 'supporter' },
      ...{ from: '2026-11-01', until: '2026-11-30', text: 'by & by' },
    };
    const read = (query: string) => parseAuditFilter(new URLSearchParams(query));
    expect(read(auditQuery(filter))).toEqual(filter);
    expect(read(auditQuery({ actor: 'system' })).actor).toBe('system');
  });

  it('leaves out what it cannot read', () => {
    const odd = "?actor=1&action=Drop table&kind='&from=31.3.&until=2026-02-30&text=+";
    expect(Object.values(parseAuditFilter(new URLSearchParams(odd)))).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });
});

it('a subject leads to its page only when it has one', () => {
  expect(subjectPath('supporter', id)).toBe(`/admin/supporters/${id}`);
  expect(subjectPath('supporter', '../x')).toBeNull();
  expect(subjectPath('export', 'payments')).toBeNull();
});
