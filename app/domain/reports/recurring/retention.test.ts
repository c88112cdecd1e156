import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketSpan, bucketStarts, monthOfSpan } from './buckets.ts';
import { revenueSteps } from './recurring-report.ts';
import { cohortsOf, lifetimeValue, shareInTenths } from './retention.ts';

describe('a share', () => {
  it('is rounded half up, and is nothing of nothing', () => {
    expect(shareInTenths(1, 3)).toBe(333);
    expect(shareInTenths(2, 3)).toBe(667);
    expect(shareInTenths(1, 2000)).toBe(1);
    expect(shareInTenths(-1, 3)).toBe(-333);
    expect(shareInTenths(0, 5)).toBe(0);
    expect(shareInTenths(1, 0)).toBeNull();
  });
});

describe('cohorts', () => {
  it('add up who came and went, month by month', () => {
    const steps = [
      { joined: '2026-01', month: '2026-01', size: 4, step: 3 },
      { joined: '2026-01', month: '2026-03', size: 0, step: -2 },
      { joined: '2026-03', month: '2026-03', size: 1, step: 1 },
    ];
    expect(cohortsOf(steps, '2026-01', '2026-04')).toEqual([
      { joined: '2026-01', size: 4, left: [3, 3, 1, 1] },
      { joined: '2026-03', size: 1, left: [1, 1] },
    ]);
  });
});

describe('the lifetime value', () => {
  const given = {
    currency: 'EUR' as const,
    netMinor: 120_000,
    membershipMonths: 300,
    peopleLeft: 30,
    peopleMonths: 300,
    monthsWithPatrons: 12,
    isMixed: false,
  };
  it('is the net of a month by the share who leave in one', () => {
    // 4.00 a month, a tenth leaves: ten months.
    expect(lifetimeValue(given)).toMatchObject({ monthlyNetMinor: 400, valueMinor: 4000 });
  });
  it('is not told when it would be a guess', () => {
    const missing = (change: Partial<typeof given>) =>
      lifetimeValue({ ...given, ...change }).isMissing;
    expect(missing({ peopleLeft: 19 })).toBe('thin');
    expect(missing({ monthsWithPatrons: 5 })).toBe('thin');
    expect(missing({ membershipMonths: 0 })).toBe('thin');
    expect(missing({ isMixed: true })).toBe('mixed');
    expect(missing({ netMinor: -5 })).toBe('no_net');
    expect(missing({})).toBeNull();
    expect(lifetimeValue({ ...given, netMinor: -3, membershipMonths: 2 }).monthlyNetMinor).toBe(-1);
  });
});

describe('days, weeks and months of a stretch', () => {
  it('cover it without a gap', () => {
    const day = fc
      .integer({ min: 0, max: 2000 })
      .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.constantFrom('day', 'week', 'month'), (one, other, unit) => {
        const span = one < other ? { from: one, to: other } : { from: other, to: one };
        const spans = bucketStarts(span, unit).map((start) => bucketSpan(start, unit, span));
        expect(spans[0]?.from).toBe(span.from);
        expect(spans.at(-1)?.to).toBe(span.to);
        for (const [i, { to }] of spans.slice(0, -1).entries()) {
          const next = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000);
          expect(spans[i + 1]?.from).toBe(next.toISOString().slice(0, 10));
        }
      }),
      { numRuns: 60 },
    );
  });
  it('knows a calendar month, whole or so far', () => {
    expect(monthOfSpan({ from: '2026-02-01', to: '2026-02-28' }, false)).toBe('2026-02');
    expect(monthOfSpan({ from: '2026-02-01', to: '2026-02-27' }, false)).toBeNull();
    expect(monthOfSpan({ from: '2026-02-01', to: '2026-02-27' }, true)).toBe('2026-02');
    expect(monthOfSpan({ from: '2026-01-01', to: '2026-02-28' }, false)).toBeNull();
  });
});

describe('steps of recurring revenue', () => {
  it('begin where the one before ended, and end at the sum of all', () => {
    const row = fc.record({
      start: fc.constantFrom(null, '2026-01-01', '2026-02-01', '2026-03-01'),
      movement: fc.constantFrom('new', 'reactivation', 'expansion', 'contraction', 'churn'),
      currency: fc.constant('EUR' as const),
      count: fc.integer({ min: 1, max: 9 }),
      people: fc.integer({ min: -9, max: 9 }),
      amountMinor: fc.integer({ min: -900, max: 900 }),
    } as const);
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const steps = revenueSteps(rows, { from: '2026-01-10', to: '2026-03-20' }, 'month');
        expect(steps).toHaveLength(3);
        for (const [i, step] of steps.slice(1).entries()) expect(step.start).toBe(steps[i]?.end);
        expect(steps.at(-1)?.end).toBe(rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
      }),
    );
  });
});
