import { type Offer, purchaseProblem, reductionOf } from '../../domain/offers/offer.ts';
import { type OfferPreview, previewOffer } from '../../domain/offers/offer-preview.ts';
import type { TierView } from '../../domain/memberships/tier.ts';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import { formatDay, formatMoney } from '../../kernel/format.ts';
import { type Interval } from '../../kernel/giving-amounts.ts';
import { type Locale, intlTags } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';
import type { Translate } from '../../messages/translate.ts';

interface Speech {
  readonly t: Translate;
  readonly locale: Locale;
}

/** "50% off for 3 months". Null where it gives nothing in that currency. */
export function giftText(
  { gift }: Pick<Offer, 'gift'>,
  currency: CurrencyCode,
  { t, locale }: Speech,
): string | null {
  if (gift.kind === 'trial') return t('offer.gift.trial', { days: gift.days });
  const reduction = reductionOf({ gift }, currency);
  if (!reduction) return null;
  const off =
    reduction.percent !== null
      ? percentText(reduction.percent, locale)
      : formatMoney(money(reduction.amountMinor ?? 0, currency), locale);
  return t(`offer.gift.${gift.kind}.${gift.duration}`, { off, months: gift.months ?? 1 });
}

function percentText(percent: number, locale: Locale): string {
  return new Intl.NumberFormat(intlTags[locale], { style: 'percent' }).format(percent / 100);
}

/** For whom and for what alone, and until when; sentences. */
export function limitTexts(
  offer: Offer,
  tiers: readonly Pick<TierView, 'slug' | 'name'>[],
  timeZone: string,
  { t, locale }: Speech,
): string[] {
  const [onlyInterval, ...others] = offer.intervals;
  const names = tiers
    .filter((tier) => offer.tierSlugs.includes(tier.slug))
    .map((tier) => tier.name[locale]);
  const list = new Intl.ListFormat(intlTags[locale], { type: 'unit', style: 'long' });
  return [
    ...(onlyInterval && others.length === 0 ? [t(`offer.only.${onlyInterval}`)] : []),
    ...(names.length > 0 ? [t('offer.only.tiers', { tiers: list.format(names) })] : []),
    ...(offer.isForNewPatrons ? [t('offer.only.new')] : []),
    // The end is the instant after the last day.
    ...(offer.endsAt
      ? [
          t('offer.until', {
            date: formatDay(new Date(offer.endsAt.getTime() - 1), locale, timeZone),
          }),
        ]
      : []),
  ];
}

/**
 * The sentence about today and later, with `{today}` and `{full}` for the sums: the script fills
 * them in while one chooses. Days don't depend on sums.
 */
export function previewTemplate(
  offer: Offer,
  interval: Interval,
  { now, timeZone, t, locale }: { readonly now: Date; readonly timeZone: string } & Speech,
): string {
  const preview = previewOffer(offer, money(100_000, 'EUR'), interval, now);
  const kind =
    offer.gift.kind === 'trial'
      ? 'trial'
      : preview.fullFrom === null
        ? 'forever'
        : preview.meanwhile
          ? 'meanwhile'
          : 'once';
  return t(`offer.preview.${kind}.${interval}`, {
    today: '{today}',
    full: '{full}',
    date: preview.fullFrom ? formatDay(preview.fullFrom, locale, timeZone) : '',
    charges: preview.meanwhile?.charges ?? 0,
  });
}

/** Does the offer go with this choice? What to say when it does not, else null. */
export function misfitText(
  offer: Offer,
  purchase: Parameters<typeof purchaseProblem>[1],
  t: Translate,
): string | null {
  const problem = purchaseProblem(offer, purchase);
  return problem && t(`offer.problem.${problem}`);
}

/** What an offer to stay would make of the coming charges. */
export function stayText(
  { today, full, fullFrom }: OfferPreview,
  interval: Interval,
  { t, locale, timeZone }: Speech & { readonly timeZone: string },
): string {
  const sums = { today: formatMoney(today, locale), full: formatMoney(full, locale) };
  return fullFrom
    ? t(`offer.stay.next.${interval}`, { ...sums, date: formatDay(fullFrom, locale, timeZone) })
    : t(`offer.stay.forever.${interval}`, sums);
}
