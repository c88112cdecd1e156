import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeInTenths } from './percent-change.ts';

describe('the change in percent', () => {
  it('is told in tenths, rounded half away from zero', () => {
    expect(changeInTenths(200, 250)).toBe(250);
    expect(changeInTenths(300, 299)).toBe(-3);
    expect(changeInTenths(2000, 2001)).toBe(1);
    expect(changeInTenths(2000, 1999)).toBe(-1);
    expect(changeInTenths(100, 100)).toBe(0);
    expect(changeInTenths(100, 0)).toBe(-1000);
  });

  it('is silent where there is nothing to compare with', () => {
    expect(changeInTenths(0, 100)).toBeNull();
    expect(changeInTenths(-100, 100)).toBeNull();
  });

  it('is within half a tenth of the exact share', () => {
    const figure = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(figure, figure, (before, after) => {
        const exact = ((after - before) / before) * 1000;
        expect(Math.abs((changeInTenths(before, after) ?? NaN) - exact)).toBeLessThanOrEqual(
          0.5001,
        );
      }),
    );
  });
});
