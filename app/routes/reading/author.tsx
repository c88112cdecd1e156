import {
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listAuthor } from '../../domain/articles/list-author.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { Picture } from '../../ui/elements/picture.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { StoryPage } from '../../ui/story-list/story-page.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { pageHeaders } from '../../web/caching.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readViewer } from '../../web/session.server.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const locale = localeOfPath(args.location.pathname);
  return pageMeta(args, {
    title: args.data?.author.name[locale] ?? null,
    description: args.data?.author.bio[locale],
    isIndexed: !args.data?.isContinued,
  });
};

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args;
  const before = new URL(request.url).searchParams.get('before');
  const [page, viewer] = await Promise.all([
    listAuthor(context.services, {
      slug: params['slug'] ?? '',
      locale: localeOf(request),
      before,
    }),
    readViewer(args),
  ]);
  if (!page) throw new Response(null, { status: 404 });
  return data({ ...page, isContinued: before !== null }, { headers: pageHeaders(viewer) });
}

export default function AuthorRoute() {
  const { author, portrait, stories, nextBefore, isContinued } = useLoaderData<typeof loader>();
  const { locale, t, href } = useLocale();
  const name = author.name[locale];
  return (
    <StoryPage
      title={isContinued ? t('reading.olderStories', { section: name }) : name}
      intro={
        isContinued ? null : (
          <>
            {portrait ? (
              <div className="portrait">
                <Picture picture={portrait} sizes="7rem" isFirst />
              </div>
            ) : null}
            <p className="meta">{author.role[locale]}</p>
            <p>{author.bio[locale]}</p>
          </>
        )
      }
      stories={stories}
      moreTo={nextBefore ? `${href(`/authors/${author.slug}`)}?before=${nextBefore}#stories` : null}
      isContinued
      hasSection
    />
  );
}
