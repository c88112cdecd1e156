import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type RecurringChange,
  movementKind,
  movementKinds,
  sumMovements,
  totalMovement,
} from './recurring-revenue.ts';

const amount = fc.integer({ min: 0, max: 5_000_00 });
const change: fc.Arbitrary<RecurringChange> = fc.record({
  fromMonthlyMinor: amount,
  toMonthlyMinor: amount,
  isReturn: fc.boolean(),
  count: fc.integer({ min: 1, max: 50 }),
});

describe('movements of recurring revenue', () => {
  it('are named by what changed', () => {
    const kind = (from: number, to: number, isReturn = false) =>
      movementKind({ fromMonthlyMinor: from, toMonthlyMinor: to, isReturn });
    expect(kind(0, 500)).toBe('new');
    expect(kind(0, 500, true)).toBe('reactivation');
    expect(kind(500, 900)).toBe('expansion');
    expect(kind(900, 500)).toBe('contraction');
    expect(kind(500, 0)).toBe('churn');
    expect(kind(500, 500)).toBeNull();
    expect(kind(0, 0)).toBeNull();
  });

  it('add up: start and movements make the end, whatever happened', () => {
    fc.assert(
      fc.property(amount, fc.array(change), (start, changes) => {
        const end = changes.reduce(
          (sum, { fromMonthlyMinor, toMonthlyMinor, count }) =>
            sum + (toMonthlyMinor - fromMonthlyMinor) * count,
          start,
        );
        expect(start + totalMovement(sumMovements(changes))).toBe(end);
      }),
    );
  });

  it('never change sign: only contraction and churn are negative', () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const sums = sumMovements(changes);
        for (const kind of movementKinds) {
          const isLoss = kind === 'contraction' || kind === 'churn';
          expect(isLoss ? sums[kind].amountMinor <= 0 : sums[kind].amountMinor >= 0).toBe(true);
        }
      }),
    );
  });
});
