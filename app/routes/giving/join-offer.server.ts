import type { GivingChoice } from '../../domain/asks/giving-form.ts';
import { totalOf } from '../../domain/donations/pending-order.ts';
import { tierFor, type TierView } from '../../domain/memberships/tier.ts';
import {
  type Offer,
  type OfferProblem,
  type Purchase,
  purchaseProblem,
} from '../../domain/offers/offer.ts';
import {
  findAutomaticOffer,
  findOfferByCode,
} from '../../domain/offers/find-opening-offer.server.ts';
import { isGivingCurrency } from '../../kernel/currencies.ts';
import type { MessageKey } from '../../messages/translate.ts';
import type { RequestArgs } from '../../web/context.ts';
import { limitOfferCode } from '../../web/rate-limits.server.ts';
import { readViewer } from '../../web/session.server.ts';

/** Longer than any code is. */
const longestTyped = 60;

/** What the join page has to say about offers. */
export interface JoinOffer {
  /** As typed, or as it stood in the link. */
  readonly code: string;
  readonly offer: Offer | null;
  readonly problem: OfferProblem | null;
  /** Too many codes were tried: how long to wait. */
  readonly waitMinutes: number | null;
  /** An offer has come into view or gone out of it: what to say of that. */
  readonly news: Extract<MessageKey, 'offer.notSeen' | 'offer.gone'> | null;
}

/** The offer of a typed code, else the one that everybody has. */
export async function findJoinOffer(args: RequestArgs, typed: string): Promise<JoinOffer> {
  const ctx = args.context.services;
  const code = typed.trim().slice(0, longestTyped);
  const none = { code, offer: null, problem: null, waitMinutes: null, news: null };
  const supporterId = (await readViewer(args)).supporter?.id ?? null;
  if (code === '') return { ...none, offer: await findAutomaticOffer(ctx, supporterId) };
  const limit = await limitOfferCode(args);
  if (!limit.ok) {
    return { ...none, waitMinutes: Math.max(1, Math.ceil(limit.retryAfterSeconds / 60)) };
  }
  const found = await findOfferByCode(ctx, { code, supporterId });
  return found.ok ? { ...none, offer: found.value } : { ...none, problem: found.reason };
}

/**
 * May the form go on to the payment page? Not with a code that is no good, and not before the reader
 * has seen what an offer changes: then the page comes back and says so, once.
 * @param seen the offer that the form was drawn with; '' = none
 */
export function judgeJoinOffer(
  found: JoinOffer,
  { purchase, seen, isOnlyShown }: { purchase: Purchase; seen: string; isOnlyShown: boolean },
): { readonly mayGoOn: boolean; readonly shown: JoinOffer } {
  if (found.problem || found.waitMinutes !== null) return { mayGoOn: false, shown: found };
  const problem = found.offer ? purchaseProblem(found.offer, purchase) : null;
  // Nobody asked for an offer that everybody has: it is simply left out where it does not fit.
  const isAutomatic = found.code === '';
  if (problem && !isAutomatic) return { mayGoOn: false, shown: { ...found, problem } };
  const offer = problem ? null : found.offer;
  if (isOnlyShown)
    return { mayGoOn: false, shown: { ...found, offer, news: offer ? 'offer.notSeen' : null } };
  if ((offer?.id ?? '') === seen) return { mayGoOn: true, shown: { ...found, offer } };
  return {
    mayGoOn: false,
    shown: { ...found, offer, news: offer ? 'offer.notSeen' : 'offer.gone' },
  };
}

/** What a form that is in order asks to pay for. */
export function purchaseOf(
  choice: GivingChoice,
  tierSlug: string | null,
  tiers: readonly TierView[],
): Purchase {
  const interval = choice.frequency === 'yearly' ? 'year' : 'month';
  const { currency, amountMinor } = choice.amount;
  const reached = isGivingCurrency(currency)
    ? tierFor(tiers, amountMinor, currency, interval)
    : null;
  return { tierSlug: tierSlug ?? reached?.slug ?? '', interval, amount: totalOf(choice) };
}
