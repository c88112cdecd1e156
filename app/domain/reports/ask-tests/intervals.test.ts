import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanDifference, share, shareDifference } from './intervals.ts';

describe('share', () => {
  // The examples of the paper that the docstring names, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (successes, trials, low, high) => {
    const found = share(successes, trials);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('holds what was seen, within 0 and 1, and grows narrower with more', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (successes, trials) => {
        fc.pre(successes <= trials);
        const { value, low, high } = share(successes, trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(high).toBeLessThanOrEqual(1);
        const more = share(successes * 4, trials * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  it('knows nothing of nobody', () => {
    expect(share(0, 0)).toEqual({ value: 0, low: 0, high: 1 });
  });
});

describe('shareDifference', () => {
  // The examples of the paper that the docstring names, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('%i of %i against %i of %i', (a, m, b, n, low, high) => {
    const found = shareDifference(share(a, m), share(b, n));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('turns round with its sides', () => {
    const count = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(count, count, fc.double({ min: 0, max: 1, noNaN: true }), (m, n, part) => {
        const [one, other] = [share(Math.floor(m * part), m), share(Math.floor(n / 2), n)];
        const [there, back] = [shareDifference(one, other), shareDifference(other, one)];
        expect(there.low).toBeCloseTo(-back.high, 10);
        expect(there.high).toBeCloseTo(-back.low, 10);
      }),
    );
  });
});

describe('meanDifference', () => {
  const given = (gifts: readonly number[]) => ({
    readers: gifts.length,
    sum: gifts.reduce((sum, gift) => sum + gift, 0),
    sumOfSquares: gifts.reduce((sum, gift) => sum + gift * gift, 0),
  });

  it('is Welch’s', () => {
    // 21.0, 20.0 on average; variances 5.5 and 10: the error is sqrt(5.5/11 + 10/11).
    const one = given([18, 18, 19, 20, 20, 21, 22, 22, 23, 24, 24]);
    const other = given([15, 16, 17, 18, 20, 20, 20, 22, 23, 24, 25]);
    const found = meanDifference(one, other);
    const spread = (gifts: ReturnType<typeof given>) =>
      (gifts.sumOfSquares - gifts.sum ** 2 / 11) / 10 / 11;
    expect(found?.value).toBeCloseTo(1, 10);
    expect((found?.high ?? 0) - 1).toBeCloseTo(1.95996 * Math.sqrt(spread(one) + spread(other)), 4);
    expect(1 - (found?.low ?? 0)).toBeCloseTo((found?.high ?? 0) - 1, 10);
  });

  it('covers the truth about as often as it says', () => {
    // Readers of whom one in twenty gives 5, 10 or 50: both groups alike, so the truth is 0.
    let seed = 7;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const gift = () => (random() < 0.05 ? ([5, 10, 50][Math.floor(random() * 3)] ?? 5) : 0);
    const group = () => given(Array.from({ length: 1_000 }, gift));
    let covered = 0;
    for (let run = 0; run < 400; run += 1) {
      const found = meanDifference(group(), group());
      if (found && found.low <= 0 && found.high >= 0) covered += 1;
    }
    expect(covered / 400).toBeGreaterThan(0.92);
    expect(covered / 400).toBeLessThan(0.98);
  });

  it('is silent about a group of one', () => {
    expect(meanDifference(given([5]), given([1, 2]))).toBeNull();
  });
});
