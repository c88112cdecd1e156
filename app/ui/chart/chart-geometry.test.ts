import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundStep, scaleFor, spreadLabels } from './chart-geometry.ts';

const place = { top: 20, bottom: 300, ticks: 5 };

describe('the scale of a chart', () => {
  it('steps by round numbers', () => {
    expect(roundStep(1000, 5)).toBe(200);
    expect(roundStep(1_234_500, 4)).toBe(500_000);
    expect(roundStep(0, 4)).toBe(1);
  });

  it('holds zero and every value, the greater the higher', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (values) => {
        const scale = scaleFor(values, place);
        for (const value of [0, ...values]) {
          expect(scale.y(value)).toBeGreaterThanOrEqual(place.top - 1e-6);
          expect(scale.y(value)).toBeLessThanOrEqual(place.bottom + 1e-6);
        }
        expect(scale.ticks).toContain(0);
        expect(scale.ticks.length).toBeLessThanOrEqual(place.ticks + 3);
        expect(scale.y(scale.high)).toBeLessThan(scale.y(scale.low));
      }),
    );
  });
});

describe('labels beside the columns', () => {
  it('stay apart, in order, and inside', () => {
    const bounds = { top: 0, bottom: 300 };
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 }),
        (at) => {
          const placed = spreadLabels(at, 14, bounds);
          const sorted = [...placed].sort((a, b) => a - b);
          for (let i = 1; i < sorted.length; i += 1) {
            expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(14);
          }
          expect(Math.max(...placed)).toBeLessThanOrEqual(bounds.bottom);
          expect(Math.min(...placed)).toBeGreaterThanOrEqual(bounds.top);
        },
      ),
    );
  });
});
