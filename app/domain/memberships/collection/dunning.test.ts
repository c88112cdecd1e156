import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/dates.ts';
import { dunningDays, dunningStepDue, dunningWindow } from './dunning.ts';

const failed = new Date('2026-03-01T10:00:00Z');
const due = (day: number, graceDays = 14) =>
  dunningStepDue(failed, graceDays, addDays(failed, day));

describe('the mails about a failing payment', () => {
  it('come on the fifth day, three days before the extras close, and when they close', () => {
    expect([0, 4.9, 5, 8.9].map((day) => due(day))).toEqual([
      null,
      null,
      'payment-reminder',
      'payment-reminder',
    ]);
    expect(due(11)).toBe('payment-last-call');
    expect(due(13.9)).toBe('payment-last-call');
    expect(due(14)).toBe('membership-closed');
  });

  it('are left out when their day is long past', () => {
    expect(due(9.5)).toBeNull();
    expect(due(18)).toBeNull();
  });

  it('become fewer with fewer days of grace', () => {
    expect(dunningDays(8).map(({ step }) => step)).toEqual([
      'payment-last-call',
      'membership-closed',
    ]);
    expect(dunningDays(3).map(({ step }) => step)).toEqual(['membership-closed']);
    expect(due(0, 0)).toBe('membership-closed');
  });

  it('are all looked for in the window that is read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 0, max: 2_400 }),
        (grace, hours) => {
          const now = addDays(failed, hours / 24);
          const { after, until } = dunningWindow(grace, now);
          if (dunningStepDue(failed, grace, now) !== null) {
            expect(failed > after && failed <= until).toBe(true);
          }
        },
      ),
    );
  });
});
