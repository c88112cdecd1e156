import { expect, it } from 'vitest';
import { amountProblem, defaultAmountRules, fromMajor } from '../../app/kernel/giving-amounts.ts';
import { createRandom } from '../demo/history/random.ts';
import { drawVisit } from './visit-plan.ts';

const visits = (seed: number) => {
  const random = createRandom(seed, 'reader 1');
  return Array.from({ length: 500 }, () => drawVisit(random));
};

it('readers of one seed do the same again', () => {
  expect(visits(3)).toEqual(visits(3));
  expect(visits(4)).not.toEqual(visits(3));
});

it('every way of giving occurs, and every amount can be given', () => {
  const drawn = visits(5);
  expect(new Set(drawn.map((visit) => visit.behaviour)).size).toBe(7);
  expect(new Set(drawn.map((visit) => visit.currency)).size).toBe(5);
  expect(new Set(drawn.flatMap((visit) => visit.cards)).size).toBe(6);
  for (const { amount, currency, frequency } of drawn) {
    const { amountMinor } = fromMajor(Number(amount), currency);
    expect(amountProblem(defaultAmountRules, { amountMinor, currency }, frequency)).toBeNull();
  }
});
