import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  type GiftView,
  listBoughtGifts,
  listReceivedGifts,
} from '../../domain/gifts/read-gift.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Notice } from '../../ui/elements/notice.tsx';
import { GiftList, type GiftLine } from '../../ui/gift/gift-list.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('gifts.account.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const ctx = args.context.services;
  const [bought, received, { timeZone }] = await Promise.all([
    listBoughtGifts(ctx, supporter.id),
    listReceivedGifts(ctx, supporter.id),
    readNewsroom(ctx),
  ]);
  const saved = new URL(args.request.url).searchParams.get('saved');
  return { timeZone, saved, bought: bought.map(toLine), received: received.map(toLine) };
}

function toLine(gift: GiftView): GiftLine {
  return {
    id: gift.id,
    standing: gift.standing,
    tierName: gift.tierName,
    months: gift.months,
    fromName: gift.fromName,
    toName: gift.toName,
    delivery: gift.delivery,
    date: dateOf(gift)?.toISOString() ?? null,
    endsAt: gift.endsAt?.toISOString() ?? null,
    extendsMembership: gift.extendsMembership,
  };
}

/** The day that its state is about. */
function dateOf(gift: GiftView): Date | null {
  switch (gift.standing) {
    case 'waiting':
      return gift.deliverAt;
    case 'delivered':
    case 'lapsed':
      return gift.claimableUntil;
    case 'claimed':
      return gift.claimedAt;
    case 'over':
      return gift.endsAt;
    case 'unpaid':
    case 'returned':
      return null;
  }
}

const savedWords = {
  sent: 'gifts.account.savedSent',
  later: 'gifts.account.savedLater',
  card: 'gifts.account.savedCard',
} as const;

export default function Gifts() {
  const { bought, received, timeZone, saved } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const word = Object.entries(savedWords).find(([key]) => key === saved)?.[1];
  return (
    <>
      <h1>{t('gifts.account.title')}</h1>
      {word ? (
        <Notice tone="good">
          <p>{t(word)}</p>
        </Notice>
      ) : null}
      {bought.length + received.length === 0 ? <p>{t('gifts.account.none')}</p> : null}
      {received.length > 0 ? (
        <GiftList gifts={received} side="received" timeZone={timeZone} />
      ) : null}
      {bought.length > 0 ? <GiftList gifts={bought} side="given" timeZone={timeZone} /> : null}
      <p className="account__acts">
        <a href={href('/gift')}>{t('gifts.buy.link')}</a>
        <a href={href('/gift/claim')}>{t('gifts.buy.haveCode')}</a>
      </p>
    </>
  );
}
