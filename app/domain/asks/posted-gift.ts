import { type GivingCurrency, isGivingCurrency } from '../../kernel/currencies.ts';
import type { Frequency } from '../../kernel/giving-amounts.ts';
import { parseVariant } from './ab-test/ab-test.ts';
import { type AskClaim, type GiftOrigin, hostOnly, utmFrom } from './attribution.ts';
import { type GivingFields, isFrequency } from './giving-form.ts';

/** A posted giving form, split into what the reader chose and where it came from. Nothing is believed yet. */
export interface PostedGift {
  readonly fields: GivingFields;
  readonly frequency: Frequency;
  readonly currency: GivingCurrency;
  /** The form was filled in for a currency that is not offered any more: its amounts mean nothing. */
  readonly isCurrencyGone: boolean;
  readonly tierSlug: string | null;
  readonly attemptKey: string | null;
  readonly origin: GiftOrigin;
}

/**
 * Sorts the raw fields of a form. A frequency or currency that no form of ours sends falls back, and
 * the amount is judged by that; lengths are cut to what a column and a message can bear. Amounts of a
 * currency that was offered once are forgotten: in another one they would be other amounts.
 */
export function sortPostedGift(
  raw: Readonly<Record<string, string>>,
  context: {
    readonly fallback: { readonly currency: GivingCurrency; readonly frequency: Frequency };
    readonly referer: string | null;
    /** The currencies that readers can begin to give in. */
    readonly offered: readonly GivingCurrency[];
  },
): PostedGift {
  const read = (name: string, most = 200) => (raw[name] ?? '').slice(0, most);
  const slug = (name: string) => {
    const value = read(name);
    return /^[a-z0-9]+(-[a-z0-9]+)*$/i.test(value) ? value : null;
  };
  const frequency = read('frequency');
  const currency = read('currency').toUpperCase();
  const attempt = read('attempt');
  const known = isGivingCurrency(currency) ? currency : context.fallback.currency;
  const isCurrencyGone = !context.offered.includes(known);
  const amount = (name: string, most: number) => (isCurrencyGone ? '' : read(name, most));
  return {
    fields: {
      frequency,
      currency,
      presets: {
        once: amount('preset-once', 24),
        monthly: amount('preset-monthly', 24),
        yearly: amount('preset-yearly', 24),
      },
      ownAmount: amount('ownAmount', 40),
      coversFee: raw['coversFee'] === 'yes',
      displayName: read('displayName', 1_000),
      isAnonymous: raw['isAnonymous'] === 'yes',
      isAmountShown: raw['isAmountShown'] === 'yes',
      note: read('note', 5_000),
    },
    frequency: isFrequency(frequency) ? frequency : context.fallback.frequency,
    currency: isCurrencyGone ? context.fallback.currency : known,
    isCurrencyGone,
    tierSlug: slug('tier'),
    attemptKey: /^[a-z0-9-]{16,64}$/i.test(attempt) ? attempt : null,
    origin: {
      articleSlug: slug('article'),
      ask: askClaim(read('ask'), read('variant')),
      campaignSlug: slug('campaign'),
      postedFrom:
        context.referer !== null && URL.canParse(context.referer) ? new URL(context.referer) : null,
      visit: {
        lastArticle: slug('lastArticle'),
        lastAsk: askClaim(...split(read('lastAsk'))),
        campaign: slug('visitCampaign'),
        referrerHost: hostOnly(raw['referrer'] ?? null),
        utm: utmFrom(new URLSearchParams(Object.entries(raw))),
      },
    },
  };
}

function askClaim(askId: string, variant: string): AskClaim | null {
  return askId === '' ? null : { askId, variant: parseVariant(variant) ? variant : null };
}

/** "<ask> <variant>" */
function split(text: string): [askId: string, variant: string] {
  const [askId = '', variant = ''] = text.split(' ', 2);
  return [askId, variant];
}
