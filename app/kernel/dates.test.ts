import { describe, expect, it } from 'vitest';
import { addMonths, dayAfter, dayIn, parseDay, startOfDay } from './dates.ts';

describe('days in a zone', () => {
  it('begin at its midnight, whatever the clocks do', () => {
    const at = (day: string, zone: string) => startOfDay(day, zone).toISOString();
    expect(at('2026-11-23', 'Europe/Kyiv')).toBe('2026-11-22T22:00:00.000Z');
    expect(at('2026-07-01', 'Europe/Kyiv')).toBe('2026-06-30T21:00:00.000Z');
    // The days on which the clocks change.
    expect(at('2026-03-29', 'Europe/Kyiv')).toBe('2026-03-28T22:00:00.000Z');
    expect(at('2026-10-25', 'Europe/Kyiv')).toBe('2026-10-24T21:00:00.000Z');
    expect(at('2026-11-23', 'America/New_York')).toBe('2026-11-23T05:00:00.000Z');
    expect(at('2026-11-23', 'Pacific/Kiritimati')).toBe('2026-11-22T10:00:00.000Z');
  });

  it('where midnight is skipped, begin with what follows it', () => {
    // Chile goes from 23:59 to 01:00 in September.
    const begins = startOfDay('2026-09-06', 'America/Santiago');
    expect(dayIn(begins, 'America/Santiago')).toBe('2026-09-06');
    expect(dayIn(new Date(begins.getTime() - 1), 'America/Santiago')).toBe('2026-09-05');
  });

  it('are read only when there is such a day', () => {
    expect(parseDay(' 2026-02-28 ')).toBe('2026-02-28');
    for (const typed of ['2026-02-30', '2026-13-01', '28.02.2026', '', '2026-2-3'])
      expect(parseDay(typed)).toBeNull();
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  });
});

it('months later is the same day, or the last of a shorter month', () => {
  const after = (day: string, months: number) =>
    addMonths(new Date(`${day}T10:00:00Z`), months).toISOString();
  expect(after('2026-01-31', 1)).toBe('2026-02-28T10:00:00.000Z');
  expect(after('2026-01-31', 2)).toBe('2026-03-31T10:00:00.000Z');
  expect(after('2026-03-10', -12)).toBe('2025-03-10T10:00:00.000Z');
});
