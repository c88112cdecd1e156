import { expect, test } from 'vitest';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import { money } from '../../../kernel/money.ts';
import { barrierOf, timingOf } from './membership-change.ts';

const terms = (amountMinor: number, interval: Interval, tierRank = 1) => ({
  ...{ tierId: `tier-${tierRank}`, tierRank, interval, feeCoverMinor: 0 },
  amount: money(amountMinor, 'EUR'),
});

test.each([
  ['more a month', terms(600, 'month'), terms(700, 'month'), 'now'],
  ['less a month', terms(600, 'month'), terms(500, 'month'), 'period_end'],
  ['a year instead of a month', terms(600, 'month'), terms(5000, 'year'), 'now'],
  ['a month instead of a year', terms(5000, 'year'), terms(9000, 'month'), 'period_end'],
  ['more a year', terms(5000, 'year'), terms(6000, 'year'), 'now'],
  ['a higher tier for the same', terms(600, 'month'), terms(600, 'month', 2), 'now'],
  ['a lower tier for the same', terms(600, 'month', 2), terms(600, 'month'), 'period_end'],
  ['the same', terms(600, 'month'), terms(600, 'month'), null],
] as const)('%s', (_, present, next, timing) => {
  expect(timingOf(present, next, false)).toBe(timing);
  // While nothing is charged, nothing is settled before the next charge.
  expect(timingOf(present, next, true)).toBe(timing && 'period_end');
});

test.each([
  ['past_due', null, 'payment_failing'],
  ['unpaid', null, 'payment_failing'],
  ['paused', null, 'paused'],
  ['active', new Date(), 'ending'],
  ['active', null, null],
  ['trialing', null, null],
] as const)('a membership that is %s until %s is kept by %s', (status, cancelAt, barrier) => {
  expect(barrierOf({ status, cancelAt })).toBe(barrier);
});
