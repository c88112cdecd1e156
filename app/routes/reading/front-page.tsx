import {
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listFrontPage } from '../../domain/articles/list-front-page.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { readTopArticles } from '../../domain/reports/read-article-support.server.ts';
import { addDays, dayIn } from '../../kernel/dates.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { FrontPage } from '../../ui/story-list/front-page.tsx';
import { pageHeaders } from '../../web/caching.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readViewer } from '../../web/session.server.ts';

const supportedDays = 30;
const supportedCount = 5;

export const meta: MetaFunction<typeof loader> = (args) => {
  const description = args.data?.tagline[localeOfPath(args.location.pathname)];
  return pageMeta(args, { title: null, description, feed: '/feed.xml' });
};

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = args.context.services;
  const now = ctx.clock.now();
  const newsroom = await readNewsroom(ctx);
  const supported = await readTopArticles(ctx, {
    days: {
      from: dayIn(addDays(now, -supportedDays), newsroom.timeZone),
      to: dayIn(now, newsroom.timeZone),
    },
    count: supportedCount,
  });
  const [page, viewer] = await Promise.all([
    listFrontPage(ctx, {
      locale: localeOf(args.request),
      mostSupportedIds: supported.map(({ articleId }) => articleId),
    }),
    readViewer(args),
  ]);
  return data({ page, tagline: newsroom.tagline }, { headers: pageHeaders(viewer) });
}

export default function FrontPageRoute() {
  return <FrontPage view={useLoaderData<typeof loader>().page} />;
}
