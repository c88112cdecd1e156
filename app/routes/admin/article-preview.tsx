import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readAnyArticle } from '../../domain/articles/read-article.server.ts';
import { decideForKind } from '../../domain/entitlements/decide-for-kind.server.ts';
import { listAllTiers } from '../../domain/memberships/list-gate-tiers.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { PreviewBar } from '../../ui/admin/previews/preview-bar.tsx';
import { ArticlePage } from '../../ui/article/article-page.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { offerOf } from '../reading/article-offer.server.ts';
import { articleOf } from './article-of.server.ts';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.article.headline ?? null, isIndexed: false });

export const headers: HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex',
});

/** The page that a kind of reader gets, by the same rules: what is locked for them is not in it. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const { articleId, state } = await articleOf(args);
  const { services } = args.context;
  const url = new URL(args.request.url);
  const kind = url.searchParams.get('as') ?? 'nobody';
  const access = await decideForKind(services, kind);
  const article = access && (await readAnyArticle(services, { articleId, access }));
  if (!article) throw new Response(null, { status: 404 });
  const [newsroom, tiers] = await Promise.all([readNewsroom(services), listAllTiers(services)]);
  const locale = localeOf(args.request);
  return {
    ...{ articleId, state, kind, article },
    offer: offerOf(article, { newsroom, locale, returnTo: url.pathname }),
    tiers: tiers.map(({ slug, name }) => ({ slug, name })),
  };
}

export default function ArticlePreviewPage() {
  const { articleId, state, kind, tiers, article, offer } = useLoaderData<typeof loader>();
  return (
    <>
      <PreviewBar articleId={articleId} state={state} kind={kind} tiers={tiers} />
      <ArticlePage article={article} offer={offer} ask={null} />
    </>
  );
}
