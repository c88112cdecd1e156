import { redirect } from '@remix-run/node';
import { creditGift } from './credit-gift.server.ts';
import type { GivingChoice } from '../../domain/asks/giving-form.ts';
import type { PostedGift } from '../../domain/asks/posted-gift.ts';
import { startDonation } from '../../domain/donations/start-donation.server.ts';
import type { AlreadyPaid, StartGiftInput } from '../../domain/donations/start-gift.ts';
import {
  type StartMembershipFailure,
  startMembership,
} from '../../domain/memberships/start-membership.server.ts';
import { type Offer, type OfferProblem, offerProblems } from '../../domain/offers/offer.ts';
import { openOffer } from '../../domain/offers/find-opening-offer.server.ts';
import { totalOf } from '../../domain/donations/pending-order.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { intervalOf } from '../../kernel/giving-amounts.ts';
import { localPath } from '../../kernel/locale.ts';
import type { Result } from '../../kernel/result.ts';
import type { GivingNoticeView } from '../../ui/donate-form/giving-notice.tsx';
import { ensureBrowserKey } from '../../web/browser-key.server.ts';
import type { RequestArgs } from '../../web/context.ts';
import { localeOf } from '../../web/locale.ts';
import { limitCheckout } from '../../web/rate-limits.server.ts';
import { readViewer } from '../../web/session.server.ts';

/** What to say when a gift did not begin: something about the amount, or a notice above the form. */
export type GiftRefusal =
  | {
      readonly about: 'amount';
      readonly reason: 'amount_too_low' | 'amount_too_high' | 'currency_gone';
    }
  | { readonly about: 'amount'; readonly reason: 'below_tier_minimum' }
  | { readonly about: 'offer'; readonly reason: OfferProblem }
  | {
      readonly about: 'payment';
      readonly notice: GivingNoticeView;
      readonly status: number;
      readonly headers: HeadersInit;
    };

/**
 * Begins what the reader chose and sends them on to Stripe, or to their membership when they have
 * one; otherwise answers why not. Both giving forms end here. The caller has checked the origin of
 * the request and the amount.
 */
export async function beginGift(
  args: RequestArgs,
  posted: PostedGift,
  choice: GivingChoice,
  offered: { readonly offer: Offer | null; readonly tierSlug: string } | null = null,
): Promise<Response | GiftRefusal> {
  const { services } = args.context;
  const locale = localeOf(args.request);
  const viewer = await readViewer(args);
  const limit = await limitCheckout(args, { email: viewer.supporter?.email ?? null });
  if (!limit.ok) return tooMany(limit.retryAfterSeconds);

  const browser = ensureBrowserKey(args);
  const [{ attribution, article }, newsroom] = await Promise.all([
    creditGift(services, posted.origin),
    readNewsroom(services),
  ]);
  const input: StartGiftInput = {
    amount: choice.amount,
    coversFee: choice.coversFee,
    locale,
    country: null,
    supporter: viewer.supporter,
    browserHash: browser.hash,
    attemptKey: posted.attemptKey,
    isAnonymous: choice.isAnonymous,
    isAmountShown: choice.isAmountShown,
    displayName: choice.displayName,
    note: choice.note,
    returnTo: article ? localPath(locale, article.path) : null,
    attribution,
    appUrl: services.env.appUrl,
    newsroomName: newsroom.name[locale],
  };
  const interval = choice.frequency === 'once' ? null : intervalOf(choice.frequency);
  const opened =
    offered?.offer && interval
      ? await openOffer(services, offered.offer, {
          tierSlug: offered.tierSlug,
          interval,
          amount: totalOf(choice),
        })
      : null;
  if (opened && !opened.ok) {
    const known = offerProblems.find((problem) => problem === opened.reason);
    if (known) return { about: 'offer', reason: known };
    const isLater = opened.reason === 'try_later';
    return isLater
      ? said('payments_unavailable', 503, { 'Retry-After': '30' })
      : said('payments_refused', 422);
  }
  const started: Result<{ checkoutUrl: string }, StartMembershipFailure> | AlreadyPaid =
    interval === null
      ? await startDonation(services, input)
      : await startMembership(services, {
          ...input,
          interval,
          tierSlug: posted.tierSlug,
          offer: opened?.value ?? null,
        });
  if (!started.ok && started.reason === 'order_already_paid') {
    const kind = choice.frequency === 'once' ? 'donation' : 'membership';
    return redirect(localPath(locale, `/thanks/${kind}/${started.orderId}`), 303);
  }
  if (!started.ok) return refusalOf(started.reason, localPath(locale, '/account/membership'));
  return redirect(started.value.checkoutUrl, {
    status: 303,
    headers: browser.setCookie ? { 'Set-Cookie': browser.setCookie } : {},
  });
}

function refusalOf(reason: StartMembershipFailure, membershipPath: string): Response | GiftRefusal {
  switch (reason) {
    case 'amount_too_low':
    case 'amount_too_high':
    case 'currency_gone':
    case 'below_tier_minimum':
      return { about: 'amount', reason };
    case 'already_patron':
      return redirect(membershipPath, 303);
    case 'offer_used_up':
      return { about: 'offer', reason };
    case 'tier_unknown':
      return said('tier_unknown', 422);
    case 'payments_refused':
      return said('payments_refused', 422);
    case 'payments_unavailable':
      return said('payments_unavailable', 503, { 'Retry-After': '30' });
  }
}

function tooMany(retryAfterSeconds: number): GiftRefusal {
  return {
    about: 'payment',
    notice: { kind: 'too_many', minutes: Math.max(1, Math.ceil(retryAfterSeconds / 60)) },
    status: 429,
    headers: { 'Retry-After': String(retryAfterSeconds) },
  };
}

function said(
  kind: GivingNoticeView['kind'],
  status: number,
  headers: HeadersInit = {},
): GiftRefusal {
  return { about: 'payment', notice: { kind, minutes: 0 }, status, headers };
}
