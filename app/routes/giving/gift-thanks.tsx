import {
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readGift } from '../../domain/gifts/read-gift.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { openSessionAfterCheckout } from '../../domain/supporters/open-checkout-session.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { GiftThanks } from '../../ui/gift/gift-thanks.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readViewer, sessionCookie } from '../../web/session.server.ts';
import { readOwnOrder } from './read-own-order.server.ts';
import { shortenAddress } from './thanks-view.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('gifts.thanks.title'),
    isIndexed: false,
  });

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** Where Stripe leads back after a gift was paid. By the time it answers, everything on it is true. */
export async function loader(args: LoaderFunctionArgs) {
  const { services } = args.context;
  const locale = localeOf(args.request);
  const own = await readOwnOrder({ ...args, params: { ...args.params, kind: 'gift' } });
  const viewer = await readViewer(args);
  const sent = privateHeaders(viewer);
  const { order } = own;
  if (!own.isOwn || order.status !== 'paid') {
    throw redirect(localPath(locale, `/orders/gift/${order.id}`));
  }
  const gift = await readGift(services, order.id);
  if (!gift) throw new Response(null, { status: 404 });
  const opened = order.supporterId
    ? await openSessionAfterCheckout(services, {
        supporterId: order.supporterId,
        supporterCreatedByThisOrder: order.supporterCreatedByThisOrder,
        orderBrowserHash: order.browserHash,
        browserHash: own.browserHash,
        viewerSupporterId: viewer.supporter?.id ?? null,
        userAgent: args.request.headers.get('User-Agent'),
      })
    : null;
  if (opened) sent.append('Set-Cookie', sessionCookie(services.env, opened.token));
  const { timeZone } = await readNewsroom(services);
  return data(
    {
      id: gift.id,
      amount: gift.amount,
      tierName: gift.tierName,
      months: gift.months,
      toName: gift.toName,
      delivery: gift.delivery,
      recipientEmail: gift.recipientEmail,
      deliverAt: gift.standing === 'waiting' ? (gift.deliverAt?.toISOString() ?? null) : null,
      receiptTo: order.email === null ? null : shortenAddress(order.email),
      timeZone,
    },
    { headers: sent },
  );
}

export default function Thanks() {
  const view = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <div className="column thanks-page">
        <GiftThanks view={view} />
      </div>
    </div>
  );
}
