import {
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listSection } from '../../domain/articles/list-section.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { StoryPage } from '../../ui/story-list/story-page.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { pageHeaders } from '../../web/caching.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readViewer } from '../../web/session.server.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const locale = localeOfPath(args.location.pathname);
  const section = args.data?.section;
  return pageMeta(args, {
    title: section?.name[locale] ?? null,
    description: section?.description[locale],
    isIndexed: !args.data?.isContinued,
    feed: section ? `/${section.slug}/feed.xml` : undefined,
  });
};

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args;
  const before = new URL(request.url).searchParams.get('before');
  const [page, viewer] = await Promise.all([
    listSection(context.services, {
      slug: params['section'] ?? '',
      locale: localeOf(request),
      before,
    }),
    readViewer(args),
  ]);
  if (!page) throw new Response(null, { status: 404 });
  return data({ ...page, isContinued: before !== null }, { headers: pageHeaders(viewer) });
}

export default function SectionRoute() {
  const { section, stories, nextBefore, isContinued } = useLoaderData<typeof loader>();
  const { locale, t, href } = useLocale();
  const name = section.name[locale];
  return (
    <StoryPage
      title={isContinued ? t('reading.olderStories', { section: name }) : name}
      intro={isContinued ? null : <p>{section.description[locale]}</p>}
      stories={stories}
      moreTo={nextBefore ? `${href(`/${section.slug}`)}?before=${nextBefore}#stories` : null}
      isContinued={isContinued}
      hasSection={false}
    />
  );
}
