import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryInstant } from './delivery-day.ts';
import type { TierView } from '../memberships/tier.ts';
import { money } from '../../kernel/money.ts';
import { type GiftFacts, giftDates, giftPrice, giftStanding } from './gift.ts';
import { giftCode, printedCode, readTypedCode } from './gift-code.ts';

const now = new Date('2027-03-10T12:00:00Z');
const secret = 's'.repeat(40);

describe('a gift’s code', () => {
  it('is the same for the same gift, another for another, and read however it is typed', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        const code = giftCode(secret, one);
        expect(giftCode(secret, one)).toBe(code);
        if (one !== other) expect(giftCode(secret, other)).not.toBe(code);
        expect(giftCode(`${secret}x`, one)).not.toBe(code);
        expect(readTypedCode(printedCode(code))).toBe(code);
        expect(readTypedCode(` ${printedCode(code).toLowerCase().replaceAll('-', ' – ')} `)).toBe(
          code,
        );
      }),
    );
  });

  it('is nothing else', () => {
    for (const typed of ['', 'ABCD', 'ABCD-EFGH-JKM0', 'ABCDEFGHJKMNP', '<script>aaaa']) {
      expect(readTypedCode(typed)).toBeNull();
    }
  });
});

describe('how long a gift lasts', () => {
  it('is so many months of the calendar from the day it is claimed', () => {
    const until = (from: string, months: 3 | 6 | 12) =>
      giftDates(new Date(`${from}T12:00:00Z`), months)
        .endsAt.toISOString()
        .slice(0, 10);
    expect(until('2027-08-31', 6)).toBe('2028-02-29');
    expect(until('2027-11-30', 3)).toBe('2028-02-29');
    expect(until('2028-02-29', 12)).toBe('2029-02-28');
    expect(until('2027-01-15', 3)).toBe('2027-04-15');
  });
});

describe('what a gift costs', () => {
  const prices = (monthMinor: number, yearMinor: number) => {
    const minimums = {
      EUR: { month: money(monthMinor, 'EUR'), year: money(yearMinor, 'EUR') },
    } as TierView['minimums'];
    return ([3, 6, 12] as const).map(
      (months) => giftPrice({ minimums }, months, 'EUR').amountMinor,
    );
  };
  it('the months at the monthly minimum, or the year at the yearly one', () => {
    expect(prices(700, 7_000)).toEqual([2_100, 4_200, 7_000]);
    expect(prices(700, 8_000)).toEqual([2_100, 4_200, 8_000]);
  });
  it('never less for longer', () => {
    expect(prices(200, 1_000)).toEqual([600, 1_200, 2_000]);
  });
});

describe('where a gift stands', () => {
  const paid: GiftFacts = {
    ...{ status: 'paid', amountMinor: 3_000, returnedMinor: 0, delivery: 'mail' },
    ...{ deliveredAt: null, claimedAt: null, endsAt: null },
    claimableUntil: new Date('2028-03-10T12:00:00Z'),
  };
  it.each([
    ['unpaid', { status: 'processing' }],
    ['waiting', {}],
    ['delivered', { deliveredAt: now }],
    ['delivered', { delivery: 'card' }],
    ['lapsed', { claimableUntil: now }],
    ['returned', { returnedMinor: 3_000 }],
    ['returned', { returnedMinor: 3_000, claimedAt: now }],
    ['waiting', { returnedMinor: 2_999 }],
    ['claimed', { claimedAt: now, endsAt: new Date('2027-06-10T12:00:00Z') }],
    ['over', { claimedAt: now, endsAt: now }],
  ] as const)('%s %j', (standing, parts) => {
    expect(giftStanding({ ...paid, ...parts }, now)).toBe(standing);
  });
});

describe('the day on which a gift goes out', () => {
  const zone = 'Europe/Kyiv';
  it('begins with the newsroom’s day', () => {
    expect(deliveryInstant('2027-03-24', zone, now)).toEqual({
      ok: true,
      value: new Date('2027-03-23T22:00:00Z'),
    });
  });
  it('is now when none is chosen, or today is', () => {
    expect(deliveryInstant('', zone, now)).toEqual({ ok: true, value: null });
    expect(deliveryInstant('2027-03-10', zone, now)).toEqual({ ok: true, value: null });
  });
  it.each([
    ['24 March', 'day'],
    ['2027-02-30', 'day'],
    ['2027-03-09', 'past'],
    ['2028-03-10', 'far'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(deliveryInstant(typed, zone, now)).toEqual({ ok: false, reason });
  });
});
