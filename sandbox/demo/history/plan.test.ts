import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { amountProblem, defaultAmountRules } from '../../../app/kernel/giving-amounts.ts';
import { readDemoContent } from '../content/read-content.ts';
import { people } from '../people.ts';
import { planContentOf } from './plan-content.ts';
import type { Plan, PlanContent, PlannedOrder } from './plan-types.ts';
import { planHistory } from './plan.ts';

const now = new Date('2026-11-22T19:00:00Z');
let content: PlanContent;
let plan: Plan;

beforeAll(() => {
  content = planContentOf(readDemoContent());
  plan = planHistory({ seed: 7, now, content });
});

const emailsOfPaid = (of: Plan) =>
  new Set(of.orders.filter((order) => order.paidAt).map((order) => order.supporter.email));

/** What is wrong with an order, if anything is. */
function faultOf(order: PlannedOrder, now: Date): string | null {
  const { currency, amountMinor, feeCoverMinor, interval, at, paidAt } = order;
  const frequency = interval === null ? 'once' : interval === 'month' ? 'monthly' : 'yearly';
  const gift = { amountMinor: amountMinor - feeCoverMinor, currency };
  const problem = amountProblem(defaultAmountRules, gift, frequency);
  if (problem) return `${gift.amountMinor} ${currency} ${frequency}: ${problem}`;
  if (!Number.isSafeInteger(amountMinor) || feeCoverMinor < 0) return `${order.id}: odd amounts`;
  if (at >= now || (paidAt && paidAt <= at)) return `${order.id}: odd dates`;
  return null;
}

describe('a plan', () => {
  test('is the same for the same seed and moment, and another for another seed', () => {
    expect(planHistory({ seed: 7, now, content })).toEqual(plan);
    expect(planHistory({ seed: 8, now, content }).orders[0]).not.toEqual(plan.orders[0]);
  });

  test('holds for any seed and day: amounts within the table, steps in order and none in the future', () => {
    const days = fc.integer({ min: 0, max: 1_500 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), days, (seed, day) => {
        const at = new Date(now.getTime() + day * 86_400_000);
        const drawn = planHistory({ seed, now: at, content });
        expect(drawn.orders.flatMap((order) => faultOf(order, at) ?? [])).toEqual([]);
        const times = drawn.steps.map((step) => step.at.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(times.at(-1)).toBeLessThan(at.getTime());
      }),
      { numRuns: 4 },
    );
  }, 30_000);

  test('has about two thousand supporters in the wanted proportions', () => {
    expect(emailsOfPaid(plan).size).toBeGreaterThan(1_850);
    expect(emailsOfPaid(plan).size).toBeLessThan(2_200);
    const share = (currency: string) =>
      plan.orders.filter((order) => order.currency === currency).length / plan.orders.length;
    expect(share('EUR')).toBeGreaterThan(0.5);
    expect(share('USD')).toBeGreaterThan(0.15);
    expect(share('UAH')).toBeGreaterThan(0.08);
    const memberships = plan.orders.filter((order) => order.kind === 'membership');
    const yearly = memberships.filter((order) => order.interval === 'year').length;
    expect(yearly / memberships.length).toBeGreaterThan(0.19);
    expect(yearly / memberships.length).toBeLessThan(0.31);
  });

  test('gives every order an id of its own, and every person an address at an example domain', () => {
    expect(new Set(plan.orders.map((order) => order.id)).size).toBe(plan.orders.length);
    for (const { supporter } of plan.orders) {
      expect(supporter.email).toMatch(/^[a-z0-9.]+@example\.(org|com|net)$/);
    }
  });

  test('credits a gift only to what was published by then', () => {
    const articles = new Map(content.articles.map((article) => [article.id, article]));
    const credited = plan.orders.filter((order) => order.attribution.articleId);
    expect(credited.length).toBeGreaterThan(100);
    for (const { at, attribution } of credited) {
      const article = articles.get(attribution.articleId ?? '');
      expect(article?.isSensitive).toBe(false);
      const publishedAt = now.getTime() - (article?.publishedDaysAgo ?? 0) * 86_400_000;
      expect(at.getTime()).toBeGreaterThanOrEqual(publishedAt);
    }
  });

  test('holds the people one signs in as', () => {
    const emails = emailsOfPaid(plan);
    for (const { email } of [people.reader, people.patron, people.failing]) {
      expect(emails).toContain(email);
    }
  });
});
