import {
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readArticle } from '../../domain/articles/read-article.server.ts';
import { pictureNear } from '../../domain/articles/picture.ts';
import { findGoneArticle } from '../../domain/articles/writing/find-gone-article.server.ts';
import { chooseAsk } from '../../domain/asks/choose-ask.server.ts';
import { decideEntitlement } from '../../domain/entitlements/decide-entitlement.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { ArticlePage } from '../../ui/article/article-page.tsx';
import { newsArticleData } from '../../ui/article/structured-data.ts';
import { Ask } from '../../ui/ask/ask.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { pageHeaders } from '../../web/caching.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readViewer } from '../../web/session.server.ts';
import { offerOf } from './article-offer.server.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const { data: loaded } = args;
  if (!loaded) return pageMeta(args, { title: null, isIndexed: false });
  const { article, site } = loaded;
  return pageMeta(args, {
    title: article.headline,
    description: article.description,
    onlyIn: article.language,
    type: 'article',
    image: article.picture
      ? { path: pictureNear(article.picture, 1600), alt: article.picture.alt }
      : null,
    feed: `/${article.section.slug}/feed.xml`,
    more: [
      { property: 'article:published_time', content: article.publishedAt },
      { property: 'article:section', content: article.section.name[article.language] },
      { 'script:ld+json': newsArticleData(article, site) },
    ],
  });
};

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args;
  const ctx = context.services;
  const locale = localeOf(request);
  const viewer = await readViewer(args);
  const entitlement = await decideEntitlement(ctx, {
    supporterId: viewer.supporter?.id ?? null,
    role: viewer.role,
  });
  const [article, newsroom] = await Promise.all([
    readArticle(ctx, {
      slug: params['slug'] ?? '',
      sectionSlug: params['section'],
      access: entitlement,
    }),
    readNewsroom(ctx),
  ]);
  if (!article) throw await whatBecameOf(args);
  const { countryHeader } = ctx.env;
  const { view: ask, byCountry } = await chooseAsk(ctx, {
    article: { ...article, sectionSlug: article.section.slug },
    locale,
    viewer: entitlement,
    country: countryOf(request, countryHeader),
  });
  return data(
    {
      article,
      ask,
      offer: offerOf(article, { newsroom, locale, returnTo: new URL(request.url).pathname }),
      site: { appUrl: ctx.env.appUrl, newsroomName: newsroom.name[article.language] },
    },
    { headers: pageHeaders(viewer, byCountry ? countryHeader : null) },
  );
}

/** As the CDN in front says; two letters, and not one of its codes for unknown places (XX, T1). */
function countryOf(request: Request, header: string | null): string | null {
  const said = header === null ? '' : (request.headers.get(header) ?? '').toUpperCase();
  return /^[A-Z]{2}$/.test(said) && said !== 'XX' ? said : null;
}

/** Where no article stands: it moved, or was withdrawn, or never was. */
async function whatBecameOf({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const gone = await findGoneArticle(context.services, {
    sectionSlug: params['section'] ?? '',
    slug: params['slug'] ?? '',
  });
  if (gone?.kind !== 'moved') return new Response(null, { status: gone ? 410 : 404 });
  return redirect(localPath(localeOf(request), gone.path) + new URL(request.url).search, 301);
}

export default function ArticleRoute() {
  const { article, ask, offer } = useLoaderData<typeof loader>();
  return <ArticlePage article={article} offer={offer} ask={ask ? <Ask view={ask} /> : null} />;
}
