import { z } from 'zod';
import {
  type ArticleReference,
  findArticleReference,
} from '../../domain/articles/find-article-reference.server.ts';
import { confirmDonation } from '../../domain/donations/confirm-donation.server.ts';
import type { OrderView } from '../../domain/donations/order.ts';
import { readDonationOrder } from '../../domain/donations/read-order.server.ts';
import { confirmGift } from '../../domain/gifts/confirm-gift.server.ts';
import { readGiftOrder } from '../../domain/gifts/read-gift.server.ts';
import { confirmMembership } from '../../domain/memberships/confirm-membership.server.ts';
import { readMembershipOrder } from '../../domain/memberships/read-order.server.ts';
import { readBrowserHash } from '../../web/browser-key.server.ts';
import type { RequestArgs } from '../../web/context.ts';
import { readViewer } from '../../web/session.server.ts';

export interface OwnOrder {
  readonly order: OrderView;
  /** May the one who asks see the details? */
  readonly isOwn: boolean;
  readonly browserHash: string | null;
  readonly article: ArticleReference | null;
  /** Stripe could not be asked: what the order says may be old. */
  readonly isUnsure: boolean;
}

const places = z.object({ kind: z.enum(['donation', 'membership', 'gift']), id: z.uuid() });

const kinds = {
  donation: { read: readDonationOrder, confirm: confirmDonation },
  membership: { read: readMembershipOrder, confirm: confirmMembership },
  gift: { read: readGiftOrder, confirm: confirmGift },
};

/**
 * The order of an address, brought in line with Stripe first by the very function that the webhook
 * runs, so that the page never says "not yet". Only its own browser and its own supporter make us
 * ask Stripe.
 * @throws Response 404
 */
export async function readOwnOrder(args: RequestArgs): Promise<OwnOrder> {
  const place = places.safeParse(args.params);
  if (!place.success) throw new Response(null, { status: 404 });
  const { kind, id } = place.data;
  const ctx = args.context.services;
  const { read, confirm } = kinds[kind];
  const first = await read(ctx, id);
  if (!first) throw new Response(null, { status: 404 });

  const viewer = await readViewer(args);
  const browserHash = readBrowserHash(args.request);
  const isOwn =
    (first.browserHash !== null && first.browserHash === browserHash) ||
    (first.supporterId !== null && first.supporterId === viewer.supporter?.id);
  if (!isOwn) return { order: first, isOwn, browserHash, article: null, isUnsure: false };

  let isUnsure = false;
  if (first.status === 'open' || first.status === 'processing') {
    try {
      await confirm(ctx, id);
    } catch (error) {
      isUnsure = true;
      ctx.log.warn({ err: error, kind, id }, 'an order could not be confirmed');
    }
  }
  const order = (await read(ctx, id)) ?? first;
  const article = order.articleId ? await findArticleReference(ctx, { id: order.articleId }) : null;
  return { order, isOwn, browserHash, article, isUnsure };
}
