import type { GivenView } from '../../domain/asks/thanks-view.ts';
import { decideEntitlement } from '../../domain/entitlements/decide-entitlement.server.ts';
import type { Entitlement } from '../../domain/entitlements/entitlement.ts';
import type { OrderView } from '../../domain/donations/order.ts';
import { readMembershipById } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { openSessionAfterCheckout } from '../../domain/supporters/open-checkout-session.server.ts';
import { localPath } from '../../kernel/locale.ts';
import type { RequestArgs } from '../../web/context.ts';
import { localeOf } from '../../web/locale.ts';
import { readViewer, sessionCookie } from '../../web/session.server.ts';
import type { DonorOfferView } from '../../ui/account/donor-offer.tsx';
import { donorOfferView } from './donor-offer-view.server.ts';
import type { OwnOrder } from './read-own-order.server.ts';

/** The thank-you page. `unsure`: Stripe could not be asked. */
export type ThanksView =
  | { readonly state: 'neutral' }
  | { readonly state: 'unsure' }
  | (GivenView & { readonly offer: DonorOfferView | null });

/** What a paid order's page shows, and the cookie that signs its browser in where that is safe. */
export async function thanksPage(
  args: RequestArgs,
  { order, browserHash, article }: OwnOrder,
): Promise<{ view: Extract<ThanksView, GivenView>; setCookie: string | null }> {
  const ctx = args.context.services;
  const viewer = await readViewer(args);
  const opened = order.supporterId
    ? await openSessionAfterCheckout(ctx, {
        supporterId: order.supporterId,
        supporterCreatedByThisOrder: order.supporterCreatedByThisOrder,
        orderBrowserHash: order.browserHash,
        browserHash,
        viewerSupporterId: viewer.supporter?.id ?? null,
        userAgent: args.request.headers.get('User-Agent'),
      })
    : null;
  const isSignedIn = opened !== null || viewer.supporter?.id === order.supporterId;
  const locale = localeOf(args.request);
  const [newsroom, entitlement, membership, offer] = await Promise.all([
    readNewsroom(ctx),
    decideEntitlement(ctx, {
      supporterId: isSignedIn ? order.supporterId : null,
      role: isSignedIn ? viewer.role : null,
    }),
    order.kind === 'membership' ? readMembershipById(ctx, order.id) : null,
    // What somebody has given before is theirs to see: only in a browser that is signed in.
    order.kind === 'donation' && isSignedIn && order.supporterId
      ? donorOfferView(ctx, { supporterId: order.supporterId, locale })
      : null,
  ]);
  return {
    setCookie: opened ? sessionCookie(ctx.env, opened.token) : null,
    view: {
      state: 'given',
      amount: order.amount,
      feeCover: order.feeCover,
      interval: order.interval,
      tierName: order.tierName?.[locale] ?? null,
      nextChargeAt: membership?.membership.nextCharge?.at.toISOString() ?? null,
      isAnonymous: order.isAnonymous,
      wasDuplicate: order.wasDuplicate,
      receiptTo: order.email === null ? null : shortenAddress(order.email),
      article: article && { path: localPath(locale, article.path), headline: article.headline },
      extras: openExtras(order, entitlement),
      signIn: isSignedIn ? 'signed_in' : 'mailed',
      timeZone: newsroom.timeZone,
      offer,
    },
  };
}

/** A membership has no end to be told; a donation's pass has. */
function openExtras(order: OrderView, entitlement: Entitlement): { until: string | null } | null {
  if (!entitlement.isOpen) return null;
  const isPass = order.kind === 'donation' && entitlement.because === 'donor_pass';
  return { until: isPass ? (entitlement.until?.toISOString() ?? null) : null };
}

/** "olena@example.org" → "o…@example.org". */
export function shortenAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '…' : `${address.slice(0, 1)}…${address.slice(at)}`;
}
