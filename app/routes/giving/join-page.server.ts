import {
  type GivingChoice,
  type GivingProblems,
  readGivingChoice,
} from '../../domain/asks/giving-form.ts';
import type { PostedGift } from '../../domain/asks/posted-gift.ts';
import { listTiers } from '../../domain/memberships/list-tiers.server.ts';
import type { TierView } from '../../domain/memberships/tier.ts';
import { minorDigits, minorPerMajor } from '../../kernel/currencies.ts';
import type { AmountRules } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';
import type { GivingNoticeView } from '../../ui/donate-form/giving-notice.tsx';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { type JoinOffer, findJoinOffer } from './join-offer.server.ts';
import type { RequestArgs } from '../../web/context.ts';
import { type FormStart, type GivingPageView, givingPage } from './donate-page.server.ts';

export interface JoinPageView extends GivingPageView {
  readonly tiers: readonly TierView[];
  readonly tierSlug: string;
  /** The amount is allowed, but lower than the chosen tier's. */
  readonly isBelowTier: boolean;
  readonly joinOffer: JoinOffer;
  /** For the dates that the offer names. */
  readonly now: Date;
  readonly timeZone: string;
}

/** The tiers on offer, lowest first. */
export function readJoinTiers({ context }: RequestArgs): Promise<TierView[]> {
  return listTiers(context.services);
}

/** Draws the page; a tier that is not offered gives way to the middle one. */
export async function joinPage(
  args: RequestArgs,
  start: FormStart,
  tiers: readonly TierView[],
  more: {
    readonly tierSlug?: string | null;
    readonly isBelowTier?: boolean;
    readonly notice?: GivingNoticeView;
    readonly offer?: JoinOffer;
  } = {},
): Promise<JoinPageView> {
  const frequency = start.frequency === 'yearly' ? 'yearly' : 'monthly';
  const page = await givingPage(args, { ...start, frequency }, more.notice ?? null);
  const middle = tiers[Math.floor(tiers.length / 2)]?.slug ?? '';
  const isOffered = tiers.some((tier) => tier.slug === more.tierSlug);
  return {
    ...page,
    tiers,
    tierSlug: isOffered && more.tierSlug ? more.tierSlug : middle,
    isBelowTier: more.isBelowTier ?? false,
    joinOffer: more.offer ?? (await findJoinOffer(args, '')),
    now: args.context.services.clock.now(),
    timeZone: (await readNewsroom(args.context.services)).timeZone,
  };
}

/** Reads a membership out of the form: an empty amount means the tier's own minimum. */
export function readJoinChoice(
  posted: PostedGift,
  tiers: readonly TierView[],
  rules: AmountRules,
): { ok: true; value: GivingChoice } | { ok: false; problems: GivingProblems } {
  const { currency, isCurrencyGone } = posted;
  const frequency = posted.frequency === 'yearly' ? 'yearly' : 'monthly';
  const tier = tiers.find((one) => one.slug === posted.tierSlug) ?? tiers[0];
  const minimum = tier?.minimums[currency][frequency === 'yearly' ? 'year' : 'month'];
  const ownAmount =
    posted.fields.ownAmount.trim() === '' && minimum
      ? inMajorUnits(minimum)
      : posted.fields.ownAmount;
  return readGivingChoice(
    { ...posted.fields, ownAmount },
    { currency, frequency, rules, isCurrencyGone },
  );
}

/** An amount as the amount field takes it: "12.5" is written "12.50". Never through a float. */
export function inMajorUnits({ amountMinor, currency }: Money): string {
  const per = minorPerMajor(currency);
  const whole = Math.floor(amountMinor / per);
  const rest = amountMinor % per;
  return rest === 0
    ? String(whole)
    : `${whole}.${String(rest).padStart(minorDigits(currency), '0')}`;
}
