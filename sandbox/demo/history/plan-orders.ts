import { addMs } from '../../../app/kernel/dates.ts';
import type { Interval } from '../../../app/kernel/giving-amounts.ts';
import { type DrawnAmount, drawAmount, tierOf } from './amounts.ts';
import { type DrawnAttribution, campaignAttribution, drawAttribution } from './attributions.ts';
import { notes } from './notes.ts';
import type { PlanContent, PlannedOrder, PlannedSupporter } from './plan-types.ts';
import { type Random, createRandom } from './random.ts';
import { wholeSecond } from './timing.ts';

export interface OrderWish {
  readonly supporter: PlannedSupporter;
  readonly at: Date;
  /** Null = once. */
  readonly interval: Interval | null;
  readonly isSignedIn?: boolean;
  readonly isForCampaign?: boolean;
  /** They leave Stripe's page without paying. */
  readonly isAbandoned?: boolean;
  readonly amount?: DrawnAmount;
  readonly card?: string;
  readonly attribution?: DrawnAttribution;
}

const shareAnonymous = 0.12;
const shareWithAmount = 0.3;
const shareWithNote = { once: 0.07, recurring: 0.1, campaign: 0.16 };

/** Fills in what a person chooses on the form. */
export function createOrders(seed: number, now: Date, content: PlanContent) {
  const random = createRandom(seed, 'orders');
  const wall = createRandom(seed, 'wall');
  return (wish: OrderWish): PlannedOrder => {
    const { supporter, interval } = wish;
    const at = wholeSecond(wish.at);
    const amount = wish.amount ?? drawAmount(random, supporter.currency, interval);
    const { attribution, returnTo } = wish.attribution ?? origin(random, content, now, wish);
    const isAnonymous = random.chance(shareAnonymous);
    const isAmountShown = wall.chance(shareWithAmount) && !isAnonymous;
    const kind = interval === null ? 'donation' : 'membership';
    return {
      id: random.idAt(at),
      kind,
      supporter,
      at,
      paidAt: wish.isAbandoned ? null : addMs(at, random.whole(45, 280) * 1_000),
      currency: supporter.currency,
      ...amount,
      interval,
      tierSlug:
        interval === null
          ? null
          : tierOf(
              content.tiers,
              amount.amountMinor - amount.feeCoverMinor,
              supporter.currency,
              interval,
            ),
      card: wish.card ?? supporter.card,
      isSignedIn: wish.isSignedIn ?? false,
      isAnonymous,
      isAmountShown,
      displayName: isAnonymous || random.chance(0.65) ? null : supporter.name,
      note: noteOf(random, wish),
      returnTo,
      attribution,
    };
  };
}

function origin(
  random: Random,
  content: PlanContent,
  now: Date,
  wish: OrderWish,
): DrawnAttribution {
  if (wish.isForCampaign) return campaignAttribution(random, content);
  return drawAttribution(random, content, { at: wish.at, now, locale: wish.supporter.locale });
}

function noteOf(random: Random, { interval, isForCampaign, supporter }: OrderWish): string | null {
  const share = isForCampaign
    ? shareWithNote.campaign
    : interval === null
      ? shareWithNote.once
      : shareWithNote.recurring;
  return random.chance(share) ? random.pick(notes[supporter.locale]) : null;
}
