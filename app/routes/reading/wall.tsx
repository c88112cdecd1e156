import {
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readWall, readWallPart } from '../../domain/wall/read-wall.server.ts';
import { type WallView, parsePlace } from '../../domain/wall/wall.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { WithSlot, slot } from '../../ui/sign-in/with-slot.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { WallGifts, WallTier } from '../../ui/wall/wall-parts.tsx';
import { pageHeaders } from '../../web/caching.server.ts';
import { readViewer } from '../../web/session.server.ts';

/** Not for search engines: a name that is taken back must be gone from everywhere. */
export const meta: MetaFunction = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, {
    title: t('wall.title'),
    description: t('wall.lead'),
    isIndexed: false,
  });
};

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = args.context.services;
  const query = new URL(args.request.url).searchParams;
  const list = query.get('list');
  const headers = pageHeaders(await readViewer(args));
  if (list === null) return data({ wall: await readWall(ctx), part: null }, { headers });
  const part = await readWallPart(ctx, { list, after: parsePlace(query.get('after')) });
  if (!part) throw new Response(null, { status: 404 });
  return data({ wall: null, part }, { headers });
}

export default function Wall() {
  const { wall, part } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <div className="wrap wall">
      <div className="wall__head">
        <h1>{t('wall.title')}</h1>
        {part ? (
          <p>
            {t('wall.leadContinued')} <a href={href('/wall')}>{t('wall.toStart')}</a>
          </p>
        ) : (
          <>
            <p>{t('wall.lead')}</p>
            <p className="wall__ways">
              <a href={href('/join')}>{t('wall.join')}</a>
              <a href={href('/donate')}>{t('wall.give')}</a>
            </p>
          </>
        )}
      </div>
      {part && 'slug' in part ? <WallTier tier={part} isContinued /> : null}
      {part && 'months' in part ? <WallGifts gifts={part} isContinued /> : null}
      {wall ? <WholeWall wall={wall} /> : null}
      <p className="wall__foot meta">
        <WithSlot sentence={t('wall.how', { link: slot })}>
          <a href={href('/account/public-name')}>{t('wall.howLink')}</a>
        </WithSlot>
      </p>
    </div>
  );
}

function WholeWall({ wall }: { wall: WallView }) {
  const { t } = useLocale();
  const isEmpty =
    wall.gifts.months.length === 0 && wall.tiers.every(({ names }) => names.length === 0);
  return (
    <>
      {isEmpty ? <p className="wall__rest">{t('wall.empty')}</p> : null}
      {wall.tiers.map((tier) => (
        <WallTier key={tier.slug} tier={tier} />
      ))}
      <WallGifts gifts={wall.gifts} />
    </>
  );
}
