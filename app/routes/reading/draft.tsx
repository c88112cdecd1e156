import {
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openDraftLink } from '../../domain/articles/previews/open-draft-link.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { DraftBar, DraftGone } from '../../ui/admin/previews/draft-page.tsx';
import { ArticlePage } from '../../ui/article/article-page.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { localeOf } from '../../web/locale.ts';
import { offerOf } from './article-offer.server.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  const title = args.data?.draft ? args.data.draft.article.headline : t('draft.goneTitle');
  return pageMeta(args, { title, isIndexed: false });
};

export const headers: HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex',
});

/** An article that is not out, for whoever was given the link: no session is read, no cookie set. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context;
  const opened = await openDraftLink(services, params['token'] ?? '');
  if (opened?.kind === 'out') throw redirect(opened.path, 302);
  if (!opened) return data({ draft: null }, { status: 404 });
  const { article, expiresAt } = opened;
  const newsroom = await readNewsroom(services);
  const locale = localeOf(request);
  const returnTo = new URL(request.url).pathname;
  const { timeZone } = newsroom;
  const offer = offerOf(article, { newsroom, locale, returnTo });
  return data({ draft: { article, expiresAt, timeZone, offer } });
}

export default function DraftPage() {
  const { draft } = useLoaderData<typeof loader>();
  if (!draft) return <DraftGone />;
  return (
    <>
      <DraftBar expiresAt={draft.expiresAt} timeZone={draft.timeZone} />
      <ArticlePage article={draft.article} offer={draft.offer} ask={null} />
    </>
  );
}
