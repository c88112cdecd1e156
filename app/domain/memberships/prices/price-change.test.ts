import { describe, expect, it } from 'vitest';
import { money } from '../../../kernel/money.ts';
import { moveOf, raisedMinimums } from './price-change.ts';

const at = new Date('2026-05-01T00:00:00Z');
const agreed = {
  ...{ tierId: 'friend', interval: 'month' as const, feeCoverMinor: 20 },
  ...{ fromMinor: 300, toMinor: 500 },
};
const facts = {
  ...{ status: 'active' as const, cancelAt: null, next: null, tierId: null, feeCoverMinor: null },
  ...{ amount: money(320, 'EUR'), interval: 'month' as const },
};
const next = (minor: number) => ({
  ...{ tierId: 'friend', feeCoverMinor: 20, interval: 'month' as const, at },
  amount: money(minor, 'EUR'),
});

describe('when the notice is over, a membership', () => {
  it('is moved to the new minimum, with what it gives for the fee', () => {
    expect(moveOf(agreed, facts)).toEqual({
      ...{ kind: 'move', total: money(520, 'EUR'), feeCoverMinor: 20 },
    });
  });

  it.each([
    ['moved already', { next: next(520) }, { kind: 'moved' }],
    ['on the new price already', { amount: money(520, 'EUR') }, { kind: 'moved' }],
    ['of another amount', { amount: money(420, 'EUR') }, { kind: 'leave', because: 'changed' }],
    ['about to change', { next: next(220) }, { kind: 'leave', because: 'changed' }],
    ['of another tier', { tierId: 'patron' }, { kind: 'leave', because: 'changed' }],
    ['paid by the year', { interval: 'year' as const }, { kind: 'leave', because: 'changed' }],
    ['ending', { cancelAt: at }, { kind: 'leave', because: 'ending' }],
    ['ended', { status: 'canceled' as const }, { kind: 'leave', because: 'ended' }],
    ['failing', { status: 'past_due' as const }, { kind: 'later', because: 'payment_failing' }],
    ['paused', { status: 'paused' as const }, { kind: 'later', because: 'paused' }],
  ])('that is %s', (_name, parts, expected) => {
    expect(moveOf(agreed, { ...facts, ...parts })).toEqual(expected);
  });
});

it('only what rises concerns those who are there', () => {
  const minimum = (currency: 'EUR' | 'JPY', minimumMinor: number) => ({
    ...{ currency, interval: 'month' as const, minimumMinor },
  });
  expect(
    raisedMinimums(
      [minimum('EUR', 500), minimum('JPY', 300)],
      [minimum('EUR', 400), minimum('JPY', 500)],
    ),
  ).toEqual([{ currency: 'JPY', interval: 'month', fromMinor: 300, toMinor: 500 }]);
});
