import { describe, expect, test } from 'vitest';
import { fiscalYearOf, monthsOf } from './fiscal-year.ts';

const at = (instant: string, startMonth: number, timeZone = 'Europe/Kyiv') =>
  fiscalYearOf(new Date(instant), { startMonth, timeZone });

describe('a fiscal year', () => {
  test('that begins in January begins at midnight where the newsroom is', () => {
    // Kyiv is two hours ahead of UTC in winter.
    expect(at('2025-12-31T21:59:59Z', 1)).toBe(2025);
    expect(at('2025-12-31T22:00:00Z', 1)).toBe(2026);
    expect(at('2026-01-01T04:59:59Z', 1, 'America/New_York')).toBe(2025);
    expect(at('2026-01-01T05:00:00Z', 1, 'America/New_York')).toBe(2026);
  });

  test('that begins in another month is named by the year in which it begins', () => {
    expect(at('2026-03-31T20:59:59Z', 4)).toBe(2025);
    // Summer time: three hours ahead.
    expect(at('2026-03-31T21:00:00Z', 4)).toBe(2026);
    expect(at('2027-01-15T12:00:00Z', 4)).toBe(2026);
    expect(at('2026-12-01T00:00:00Z', 12, 'UTC')).toBe(2026);
    expect(at('2026-11-30T23:59:59Z', 12, 'UTC')).toBe(2025);
  });

  test('has a first and a last month', () => {
    expect(monthsOf(2026, 1)).toEqual({
      first: { year: 2026, month: 1 },
      last: { year: 2026, month: 12 },
    });
    expect(monthsOf(2026, 4)).toEqual({
      first: { year: 2026, month: 4 },
      last: { year: 2027, month: 3 },
    });
  });
});
