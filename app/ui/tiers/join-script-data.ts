import type { TierView } from '../../domain/memberships/tier.ts';
import type { GivingCurrency } from '../../kernel/currencies.ts';
import type { Locale } from '../../kernel/locale.ts';
import { type Offer, offerProblems } from '../../domain/offers/offer.ts';
import type { Translate } from '../../messages/translate.ts';
import { previewTemplate } from './offer-words.ts';
import type { OfferingView } from './offer-part.tsx';

type ScriptOffer = Pick<Offer, 'gift' | 'tierSlugs' | 'intervals'> & {
  readonly sentences: { readonly monthly: string; readonly yearly: string };
  readonly misfits: Readonly<Record<string, string>>;
};

/** What the script of the join form is told by the page. */
export interface JoinScriptData {
  readonly locale: Locale;
  readonly currency: GivingCurrency;
  /** By tier: the least it costs, in minor units. */
  readonly minimums: Readonly<
    Record<string, { readonly monthly: number; readonly yearly: number }>
  >;
  readonly words: {
    readonly join: { readonly monthly: string; readonly yearly: string };
    readonly joinNoSum: string;
    readonly coverSum: string;
    readonly coverOwn: string;
  };
  /** What an offer takes off, and the sentence that says so, by how often one gives. */
  readonly offer: ScriptOffer | null;
}

/** The data as JSON that may stand inside a `<script>`: no `<` survives. */
export function joinScriptData(
  tiers: readonly TierView[],
  currency: GivingCurrency,
  locale: Locale,
  t: Translate,
  { offer, now, timeZone }: OfferingView,
): string {
  const data: JoinScriptData = {
    locale,
    currency,
    minimums: Object.fromEntries(
      tiers.map((tier) => [
        tier.slug,
        {
          monthly: tier.minimums[currency].month.amountMinor,
          yearly: tier.minimums[currency].year.amountMinor,
        },
      ]),
    ),
    words: {
      join: {
        monthly: t('giving.joinSum.monthly', { sum: '{sum}' }),
        yearly: t('giving.joinSum.yearly', { sum: '{sum}' }),
      },
      joinNoSum: t('giving.join'),
      coverSum: t('giving.coverFeeSum', { cover: '{cover}', total: '{total}' }),
      coverOwn: t('giving.coverFeeOwn'),
    },
    offer: offer && {
      gift: offer.gift,
      tierSlugs: offer.tierSlugs,
      intervals: offer.intervals,
      sentences: {
        monthly: previewTemplate(offer, 'month', { now, timeZone, t, locale }),
        yearly: previewTemplate(offer, 'year', { now, timeZone, t, locale }),
      },
      misfits: Object.fromEntries(
        offerProblems.map((problem) => [problem, t(`offer.problem.${problem}`)]),
      ),
    },
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
