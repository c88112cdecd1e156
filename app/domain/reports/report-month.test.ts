import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthOf, monthsUpTo, parseMonth, shiftMonth, startOfMonth } from './report-month.ts';

const kyiv = 'Europe/Kyiv';
const iso = (date: Date) => date.toISOString();

describe('months of the newsroom', () => {
  it('begin at midnight in its time zone, in winter and in summer', () => {
    expect(iso(startOfMonth('2026-11', kyiv))).toBe('2026-10-31T22:00:00.000Z');
    expect(iso(startOfMonth('2026-07', kyiv))).toBe('2026-06-30T21:00:00.000Z');
    expect(iso(startOfMonth('2026-03', 'America/New_York'))).toBe('2026-03-01T05:00:00.000Z');
  });

  it('are told by the clock on its wall, not by UTC', () => {
    expect(monthOf(new Date('2026-10-31T22:00:00Z'), kyiv)).toBe('2026-11');
    expect(monthOf(new Date('2026-10-31T21:59:59Z'), kyiv)).toBe('2026-10');
  });

  it('hold every instant between their ends, in any zone', () => {
    const zones = fc.constantFrom(kyiv, 'Asia/Tokyo', 'America/St_Johns', 'Pacific/Apia', 'UTC');
    const instants = fc.date({
      min: new Date('2015-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const month = monthOf(instant, zone);
        expect(startOfMonth(month, zone) <= instant).toBe(true);
        expect(startOfMonth(shiftMonth(month, 1), zone) > instant).toBe(true);
      }),
    );
  });

  it('shift across years', () => {
    expect(shiftMonth('2026-01', -1)).toBe('2025-12');
    expect(shiftMonth('2026-12', 1)).toBe('2027-01');
    expect(monthsUpTo('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });

  it('are read from an address only when they are months', () => {
    expect(parseMonth('2026-11')).toBe('2026-11');
    for (const wrong of ['2026-13', '2026-00', '26-11', '2026-11-01', '', null]) {
      expect(parseMonth(wrong)).toBeNull();
    }
  });
});
