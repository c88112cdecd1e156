import { addDays, addMonths } from '../../kernel/dates.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import { type Money, money } from '../../kernel/money.ts';
import { type Offer, chargeUnder } from './offer.ts';

/** What is charged under an offer, from the day on which the membership begins. */
export interface OfferPreview {
  readonly today: Money;
  /** What each further charge is until the whole amount begins; null when none lies between. */
  readonly meanwhile: { readonly amount: Money; readonly charges: number } | null;
  readonly full: Money;
  /** The first charge of the whole amount; null = never. */
  readonly fullFrom: Date | null;
}

/**
 * What becomes of the coming charges of a membership that runs already: `today` is the next one.
 * Null when the offer lowers none of them: its months are over before anything is charged.
 */
export function previewStay(
  offer: Offer,
  { amount, interval }: { readonly amount: Money; readonly interval: Interval },
  now: Date,
  nextCharge: Date,
): OfferPreview | null {
  const { gift } = offer;
  if (gift.kind === 'trial') return null;
  const reduced = chargeUnder(offer, amount);
  const step = monthsIn[interval];
  const whole = { today: reduced, meanwhile: null, full: amount };
  if (gift.duration === 'forever') return { ...whole, fullFrom: null };
  if (gift.duration === 'once') return { ...whole, fullFrom: addMonths(nextCharge, step) };
  const until = addMonths(now, gift.months ?? 1);
  let charges = 0;
  while (addMonths(nextCharge, charges * step) < until) charges += 1;
  if (charges === 0) return null;
  return {
    ...whole,
    meanwhile: charges > 1 ? { amount: reduced, charges: charges - 1 } : null,
    fullFrom: addMonths(nextCharge, charges * step),
  };
}

const monthsIn: Readonly<Record<Interval, number>> = { month: 1, year: 12 };

/**
 * What somebody who begins now pays today, and from when the whole amount. A discount for months
 * counts by the calendar, so of yearly charges it lowers those that fall within the months.
 * @param amount each interval's, fee cover included
 */
export function previewOffer(
  offer: Offer,
  amount: Money,
  interval: Interval,
  now: Date,
): OfferPreview {
  const { gift } = offer;
  const zero = money(0, amount.currency);
  if (gift.kind === 'trial') {
    return { today: zero, meanwhile: null, full: amount, fullFrom: addDays(now, gift.days) };
  }
  const reduced = chargeUnder(offer, amount);
  if (gift.duration === 'forever') {
    return { today: reduced, meanwhile: null, full: amount, fullFrom: null };
  }
  const step = monthsIn[interval];
  const charges = gift.duration === 'once' ? 1 : Math.ceil((gift.months ?? 1) / step);
  return {
    today: reduced,
    meanwhile: charges > 1 ? { amount: reduced, charges: charges - 1 } : null,
    full: amount,
    fullFrom: addMonths(now, charges * step),
  };
}
