import {
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { searchArticles } from '../../domain/articles/search-articles.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { SearchPage } from '../../ui/search/search-page.tsx';
import { pageHeaders } from '../../web/caching.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readViewer } from '../../web/session.server.ts';

const maxPage = 50;

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('reading.search'),
    isIndexed: false,
  });

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const typed = (query.get('q') ?? '').trim().slice(0, 200);
  const wanted = Number(query.get('page') ?? 1);
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), maxPage) : 1;
  const [found, viewer] = await Promise.all([
    searchArticles(args.context.services, { typed, page, locale: localeOf(args.request) }),
    readViewer(args),
  ]);
  return data({ typed, ...found }, { headers: pageHeaders(viewer) });
}

export default function SearchRoute() {
  return <SearchPage view={useLoaderData<typeof loader>()} />;
}
