import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listAuthors } from '../../domain/articles/authors/list-authors.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { AuthorTable } from '../../ui/admin/authors/author-table.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { SearchLine } from '../../ui/admin/pictures/search-line.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

const notices: Readonly<Record<string, MessageKey>> = {
  added: 'authors.done.added',
  changed: 'authors.done.changed',
  removed: 'authors.done.removed',
  gone: 'authors.done.gone',
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.authors'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('articles.view'));
  const query = new URL(args.request.url).searchParams;
  const search = (query.get('search') ?? '').slice(0, 200);
  const after = query.get('after');
  const done = query.get('done') ?? '';
  return {
    ...(await listAuthors(args.context.services, { search, after, limit: rowsShown })),
    ...{ search, isFirst: after === null, mayAct: may(role, 'articles.act') },
    notice: Object.hasOwn(notices, done) ? (notices[done] ?? null) : null,
  };
}

export default function AuthorsPage() {
  const { authors, next, search, isFirst, mayAct, notice } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const page = (query: Record<string, string>) =>
    `${href('/admin/authors')}?${new URLSearchParams(search ? { search, ...query } : query).toString()}`;
  return (
    <>
      <PageHead
        title={t('desk.authors')}
        actions={
          mayAct ? (
            <ButtonLink to={href('/admin/authors/new')}>{t('authors.new')}</ButtonLink>
          ) : null
        }
      >
        <p className="desk-title__line">{t('authors.definition')}</p>
      </PageHead>
      {notice ? (
        <Notice tone="good">
          <p>{t(notice)}</p>
        </Notice>
      ) : null}
      <SearchLine
        action={href('/admin/authors')}
        label={t('authors.search')}
        hint={t('authors.searchHint')}
        search={search}
      />
      {authors.length > 0 ? (
        <AuthorTable authors={authors} mayAct={mayAct} />
      ) : search ? (
        <Empty title={t('authors.notFound')} next={t('authors.notFoundNext')} />
      ) : (
        <Empty title={t('authors.none')} next={t('authors.noneNext')} />
      )}
      <Pager newest={isFirst ? null : page({})} older={next ? page({ after: next }) : null} />
    </>
  );
}
