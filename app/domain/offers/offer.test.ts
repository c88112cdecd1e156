import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideRounded } from '../../../sandbox/stripe/engine/money/settlement.ts';
import { addDays, addMonths } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import {
  type DiscountColumns,
  afterReduction,
  chargeAt,
  recurringAmount,
} from '../memberships/discount.ts';
import { type Offer, codePattern, normaliseCode, purchaseProblem, standingOf } from './offer.ts';
import { previewOffer, previewStay } from './offer-preview.ts';

const now = new Date('2026-11-23T10:00:00Z');
const tenEuros = money(1000, 'EUR');

function offer(parts: Partial<Offer> = {}): Offer {
  return {
    id: 'offer',
    kind: 'promotion_code',
    name: 'Spring',
    code: 'SPRING',
    gift: { kind: 'percent', percent: 50, duration: 'repeating', months: 3 },
    tierSlugs: [],
    intervals: [],
    isForNewPatrons: false,
    startsAt: addDays(now, -1),
    endsAt: null,
    maxRedemptions: null,
    ...parts,
  };
}

describe('money after a discount', () => {
  it('is what Stripe charges, to the cent, for every amount and share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 100 }),
        (amountMinor, percent) => {
          const left = afterReduction(money(amountMinor, 'EUR'), { percent, amountMinor: null });
          expect(left.amountMinor).toBe(
            amountMinor - divideRounded(amountMinor * percent * 100, 10_000),
          );
        },
      ),
    );
  });

  it('is never less than nothing', () => {
    const off = { percent: null, amountMinor: 5000 };
    expect(afterReduction(tenEuros, off)).toEqual(money(0, 'EUR'));
  });

  it('ends with the discount; revenue counts the lowered sum until the first whole charge', () => {
    const ends = addMonths(now, 3);
    const columns: DiscountColumns = {
      discountPercent: 50,
      discountMinor: null,
      discountUntil: ends,
      discountDuration: 'repeating',
    };
    expect(chargeAt(tenEuros, columns, addMonths(now, 2))).toEqual(money(500, 'EUR'));
    expect(chargeAt(tenEuros, columns, ends)).toEqual(tenEuros);
    expect(recurringAmount(tenEuros, columns, addMonths(now, 2))).toEqual(money(500, 'EUR'));
    expect(recurringAmount(tenEuros, columns, ends)).toEqual(tenEuros);
    const once: DiscountColumns = { ...columns, discountDuration: 'once', discountUntil: null };
    expect(chargeAt(tenEuros, once, ends)).toEqual(money(500, 'EUR'));
    expect(recurringAmount(tenEuros, once, now)).toEqual(tenEuros);
  });
});

describe('which offer is for whom', () => {
  const purchase = { tierSlug: 'patron', interval: 'month', amount: tenEuros } as const;

  it('by tier, interval, currency, and what would be left to charge', () => {
    expect(purchaseProblem(offer(), purchase)).toBeNull();
    expect(purchaseProblem(offer({ tierSlugs: ['friend'] }), purchase)).toBe('offer_not_for_tier');
    expect(purchaseProblem(offer({ intervals: ['year'] }), purchase)).toBe(
      'offer_not_for_interval',
    );
    const dollars = offer({
      gift: { kind: 'amounts', amounts: { USD: 100 }, duration: 'once', months: null },
    });
    expect(purchaseProblem(dollars, purchase)).toBe('offer_not_for_currency');
    const steep = offer({ gift: { kind: 'percent', percent: 95, duration: 'once', months: null } });
    expect(purchaseProblem(steep, purchase)).toBe('offer_amount_too_low');
    const all = offer({ gift: { kind: 'percent', percent: 100, duration: 'once', months: null } });
    expect(purchaseProblem(all, purchase)).toBeNull();
    expect(purchaseProblem(offer({ gift: { kind: 'trial', days: 14 } }), purchase)).toBeNull();
  });

  it('by its dates: the last instant is not included', () => {
    expect(standingOf(offer({ startsAt: addDays(now, 1) }), now)).toBe('waiting');
    expect(standingOf(offer({ endsAt: now }), now)).toBe('over');
    expect(standingOf(offer(), now)).toBe('running');
  });

  it('codes are compared without their case and the spaces around them', () => {
    expect(normaliseCode('  spring-26 ')).toBe('SPRING-26');
    for (const code of ['SPRING', 'A-1', '123']) expect(code).toMatch(codePattern);
    for (const code of ['AB', '-AB', 'ВЕСНА', 'A B', 'A'.repeat(31)])
      expect(code).not.toMatch(codePattern);
  });
});

describe('what is said before paying', () => {
  it('monthly: three lowered charges, then the whole amount', () => {
    expect(previewOffer(offer(), tenEuros, 'month', now)).toEqual({
      today: money(500, 'EUR'),
      meanwhile: { amount: money(500, 'EUR'), charges: 2 },
      full: tenEuros,
      fullFrom: addMonths(now, 3),
    });
  });

  it('yearly: months that end within the year lower one charge', () => {
    expect(previewOffer(offer(), tenEuros, 'year', now)).toMatchObject({
      today: money(500, 'EUR'),
      meanwhile: null,
      fullFrom: addMonths(now, 12),
    });
  });

  it('a trial: nothing today, and the day of the first charge', () => {
    const trial = offer({ gift: { kind: 'trial', days: 14 } });
    expect(previewOffer(trial, tenEuros, 'month', now)).toMatchObject({
      today: money(0, 'EUR'),
      fullFrom: addDays(now, 14),
    });
  });

  it('to somebody who stays: only charges that fall within the months are lowered', () => {
    const terms = { amount: tenEuros, interval: 'month' } as const;
    const soon = addDays(now, 10);
    expect(previewStay(offer(), terms, now, soon)).toMatchObject({
      today: money(500, 'EUR'),
      meanwhile: { charges: 2 },
      fullFrom: addMonths(soon, 3),
    });
    const yearly = { amount: tenEuros, interval: 'year' } as const;
    expect(previewStay(offer(), yearly, now, addMonths(now, 5))).toBeNull();
  });
});
