import { expect, test } from 'vitest';
import { addMonths, pauseBarrierOf, pauseDates } from './pause.ts';

test.each([
  ['2026-01-31T09:30:00Z', 1, '2026-02-28T09:30:00Z'],
  ['2026-11-30T09:30:00Z', 3, '2027-02-28T09:30:00Z'],
  ['2026-08-31T00:00:00Z', 6, '2027-02-28T00:00:00Z'],
  ['2027-12-15T23:59:59Z', 2, '2028-02-15T23:59:59Z'],
])('%s and %i months are %s', (from, months, to) => {
  expect(addMonths(new Date(from), months)).toEqual(new Date(to));
});

test('a pause begins where what is paid for ends', () => {
  const paidUntil = new Date('2026-05-03T10:00:00Z');
  expect(pauseDates(paidUntil, 3)).toEqual({
    beginsAt: paidUntil,
    nextChargeAt: new Date('2026-08-03T10:00:00Z'),
  });
});

const none = { cancelAt: null, hasNext: false };
test.each([
  [{ status: 'active', ...none }, null],
  [{ status: 'trialing', ...none }, 'postponed'],
  [{ status: 'paused', ...none }, 'already_paused'],
  [{ status: 'past_due', ...none }, 'payment_failing'],
  [{ status: 'unpaid', ...none }, 'payment_failing'],
  [{ status: 'active', cancelAt: new Date(), hasNext: false }, 'ending'],
  [{ status: 'active', cancelAt: null, hasNext: true }, 'change_scheduled'],
] as const)('%j is kept from pausing by %s', (membership, barrier) => {
  expect(pauseBarrierOf(membership)).toBe(barrier);
});
