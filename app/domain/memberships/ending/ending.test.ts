import { describe, expect, it } from 'vitest';
import { defaultAmountRules } from '../../../kernel/giving-amounts.ts';
import { money } from '../../../kernel/money.ts';
import { type EndingFacts, endingDay, endingOf } from './ending.ts';
import { type FormerMembership, wayBack } from './former-membership.ts';
import { chargeOfSubject, renewalSubject } from './renewal-reminder.ts';
import { smallerAmount } from './smaller-amount.ts';
import type { TierView } from '../tier.ts';

const now = new Date('2026-03-10T12:00:00Z');
const later = new Date('2026-03-28T12:00:00Z');
const earlier = new Date('2026-03-01T12:00:00Z');
const facts = (parts: Partial<EndingFacts>): EndingFacts => ({
  ...{ status: 'active', currentPeriodEnd: later, paidUntil: later, owed: 'nothing' },
  returnedUntil: null,
  ...parts,
});

describe('a membership that is cancelled', () => {
  it.each([
    ['ends with what is paid for', facts({}), 'period_end'],
    ['ends with its trial', facts({ status: 'trialing', paidUntil: null }), 'period_end'],
    ['ends at once when its payment fails', facts({ status: 'past_due', owed: 'open' }), 'now'],
    ['ends at once when it was given up', facts({ status: 'unpaid' }), 'now'],
    ['ends at once in the hour before its renewal is charged', facts({ owed: 'open' }), 'now'],
    ['waits for the debit that is on its way', facts({ owed: 'under_way' }), 'period_end'],
    ['ends with the paid time when paused', facts({ status: 'paused' }), 'period_end'],
    ['ends at once when paused longer', facts({ status: 'paused', paidUntil: earlier }), 'now'],
    ['ends at once when its payment went back', facts({ returnedUntil: later }), 'now'],
    [
      'ends with what is paid for after an older return',
      facts({ returnedUntil: earlier }),
      'period_end',
    ],
    ['ends at once when paused, never paid', facts({ status: 'paused', paidUntil: null }), 'now'],
  ] as const)('%s', (_name, given, kind) => {
    expect(endingOf(given, now).kind).toBe(kind);
  });

  it('ends before the pause does, on the last paid day', () => {
    const given = facts({ status: 'paused', currentPeriodEnd: new Date('2026-06-28T12:00:00Z') });
    const ending = endingOf(given, now);
    expect(ending).toEqual({ kind: 'on', at: later });
    expect(endingDay(ending, given, now)).toEqual(later);
  });
});

describe('a smaller amount', () => {
  const minimums = [money(200, 'EUR'), money(1000, 'EUR')];
  it.each([
    ['the next suggestion below', 2000, 1000],
    ['the tier’s minimum, where that is nearer', 1200, 1000],
    ['a suggestion between two tiers', 900, 600],
    ['the lowest tier’s minimum', 500, 200],
    ['nothing below the least', 200, null],
  ])('is %s', (_name, minor, expected) => {
    const offered = smallerAmount(money(minor, 'EUR'), 'month', minimums, defaultAmountRules);
    expect(offered?.amountMinor ?? null).toBe(expected);
  });

  it('is none without tiers', () => {
    expect(smallerAmount(money(900, 'EUR'), 'month', [], defaultAmountRules)).toBeNull();
  });
});

describe('the way back', () => {
  const euros = (minimumMinor: number) => ({
    month: money(minimumMinor, 'EUR'),
    year: money(minimumMinor * 10, 'EUR'),
  });
  const tier = {
    ...{ id: '1', slug: 'patron', rank: 1, name: { en: 'Patron', uk: 'Меценат' } },
    ...{ description: { en: '', uk: '' }, perks: [] },
    minimums: { EUR: euros(1000) },
  } as unknown as TierView; // the other currencies say nothing here
  const former = (parts: Partial<FormerMembership> = {}): FormerMembership => ({
    ...{ id: '1', tierSlug: 'patron', tierName: tier.name, interval: 'month' },
    ...{ amount: money(1060, 'EUR'), feeCover: money(60, 'EUR') },
    ...{ startedAt: earlier, endedAt: later },
    ...parts,
  });

  it('begins with what it was, without the fee', () => {
    expect(wayBack(former(), [tier], defaultAmountRules)).toEqual({
      ...{ tierSlug: 'patron', interval: 'month', amount: money(1000, 'EUR') },
    });
  });

  it('is not offered as it was when its tier is gone or costs more', () => {
    expect(wayBack(former({ tierSlug: 'gone' }), [tier], defaultAmountRules)).toBeNull();
    expect(wayBack(former({ amount: money(959, 'EUR') }), [tier], defaultAmountRules)).toBeNull();
    expect(
      wayBack(former({ amount: money(10_600, 'CHF') }), [tier], defaultAmountRules),
    ).toBeNull();
  });
});

it('a reminder’s subject names its charge', () => {
  expect(chargeOfSubject(renewalSubject('id', later))).toEqual(later);
  expect(chargeOfSubject('id')).toBeNull();
  expect(chargeOfSubject('id@never')).toBeNull();
});
