import { z } from 'zod';
import {
  type OfferGift,
  codePattern,
  normaliseCode,
  offerKinds,
} from '../../domain/offers/offer.ts';
import { discountDurations } from '../../domain/ports/subscription-facts.ts';
import { givingCurrencies } from '../../kernel/currencies.ts';
import { parseDay } from '../../kernel/dates.ts';
import { intervals } from '../../kernel/giving-amounts.ts';
import { parseAmount } from '../../kernel/parse-amount.ts';
import type { MessageKey } from '../../messages/translate.ts';

const typed = z.string().trim().default('');
const whole = (text: string, most: number): number | null => {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
};

/** What the form of an offer brings, checked field by field; what does not belong to the choice is left out. */
export const offerForm = z
  .looseObject({
    kind: typed,
    name: typed,
    code: typed,
    gift: typed,
    percent: typed,
    trialDays: typed,
    duration: typed,
    months: typed,
    isForNewPatrons: typed,
    startsOn: typed,
    endsOn: typed,
    maxRedemptions: typed,
  })
  .transform((form, ctx) => {
    const wrong = (field: string, message: MessageKey) => {
      ctx.addIssue({ code: 'custom', path: [field], message });
    };
    const kind = offerKinds.find((known) => known === form.kind);
    if (!kind) wrong('kind', 'offers.error.kind');
    if (form.name === '' || form.name.length > 40) wrong('name', 'offers.error.name');
    if (kind === 'promotion_code' && !codePattern.test(normaliseCode(form.code)))
      wrong('code', 'offers.error.code');
    const gift = readGift(form, wrong);
    const startsOn = form.startsOn === '' ? null : parseDay(form.startsOn);
    const endsOn = form.endsOn === '' ? null : parseDay(form.endsOn);
    if (form.startsOn !== '' && !startsOn) wrong('startsOn', 'offers.error.startsOn');
    if (form.endsOn !== '' && !endsOn) wrong('endsOn', 'offers.error.endsOn');
    const max = form.maxRedemptions === '' ? null : whole(form.maxRedemptions, 1_000_000);
    if (form.maxRedemptions !== '' && max === null)
      wrong('maxRedemptions', 'offers.error.maxRedemptions');
    if (!kind || !gift) return z.NEVER;
    return {
      kind,
      name: form.name,
      code: form.code,
      gift,
      tierSlugs: Object.keys(form).flatMap((key) =>
        key.startsWith('tier-') ? [key.slice('tier-'.length)] : [],
      ),
      intervals: intervals.filter((interval) => form[`interval-${interval}`] !== undefined),
      isForNewPatrons: form.isForNewPatrons === 'yes',
      startsOn,
      endsOn,
      maxRedemptions: max,
    };
  });

type Wrong = (field: string, message: MessageKey) => void;
type Typed = Readonly<Record<string, unknown>> & {
  readonly kind: string;
  readonly gift: string;
  readonly percent: string;
  readonly trialDays: string;
  readonly duration: string;
  readonly months: string;
};

function readGift(form: Typed, wrong: Wrong): OfferGift | null {
  const isFree = form.gift === 'trial';
  const takesFree = form.kind === 'trial' || form.kind === 'promotion_code';
  if ((form.kind === 'trial' && !isFree) || (isFree && !takesFree)) {
    wrong('gift', form.gift === '' ? 'offers.error.gift' : 'offers.error.giftKind');
    return null;
  }
  if (form.gift === 'trial') {
    const days = whole(form.trialDays, 365);
    if (days === null) wrong('trialDays', 'offers.error.trialDays');
    return days === null ? null : { kind: 'trial', days };
  }
  const duration = discountDurations.find((known) => known === form.duration);
  if (!duration) wrong('duration', 'offers.error.duration');
  const months = duration === 'repeating' ? whole(form.months, 36) : null;
  if (duration === 'repeating' && months === null) wrong('months', 'offers.error.months');
  const off = readOff(form, wrong);
  const isWhole = duration !== 'repeating' || months !== null;
  return off && duration && isWhole ? { ...off, duration, months } : null;
}

function readOff(
  form: Typed,
  wrong: Wrong,
):
  | { kind: 'percent'; percent: number }
  | { kind: 'amounts'; amounts: Record<string, number> }
  | null {
  if (form.gift === 'percent') {
    const percent = whole(form.percent, 100);
    if (percent === null) wrong('percent', 'offers.error.percent');
    return percent === null ? null : { kind: 'percent', percent };
  }
  if (form.gift !== 'amounts') {
    wrong('gift', 'offers.error.gift');
    return null;
  }
  const amounts: Record<string, number> = {};
  for (const currency of givingCurrencies) {
    const text = form[`amount-${currency}`];
    if (typeof text !== 'string' || text.trim() === '') continue;
    const parsed = parseAmount(text, currency);
    if (parsed.ok && parsed.value.amountMinor > 0) amounts[currency] = parsed.value.amountMinor;
    else wrong(`amount-${currency}`, 'offers.error.amounts');
  }
  if (Object.keys(amounts).length > 0) return { kind: 'amounts', amounts };
  wrong(`amount-${givingCurrencies[0]}`, 'offers.error.amounts');
  return null;
}
