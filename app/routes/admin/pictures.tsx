import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listPictures } from '../../domain/articles/pictures/list-pictures.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { PictureGrid } from '../../ui/admin/pictures/picture-grid.tsx';
import { SearchLine } from '../../ui/admin/pictures/search-line.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

const shownAtOnce = 24;

const notices: Readonly<Record<string, MessageKey>> = {
  removed: 'pictures.done.removed',
  gone: 'pictures.done.gone',
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.pictures'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('articles.view'));
  const query = new URL(args.request.url).searchParams;
  const search = (query.get('search') ?? '').slice(0, 200);
  const after = query.get('after');
  const done = query.get('done') ?? '';
  return {
    ...(await listPictures(args.context.services, { search, after, limit: shownAtOnce })),
    ...{ search, isFirst: after === null, mayAct: may(role, 'articles.act') },
    notice: Object.hasOwn(notices, done) ? (notices[done] ?? null) : null,
  };
}

export default function PicturesPage() {
  const { pictures, next, search, isFirst, mayAct, notice } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const page = (query: Record<string, string>) =>
    `${href('/admin/pictures')}?${new URLSearchParams(search ? { search, ...query } : query).toString()}`;
  return (
    <>
      <PageHead
        title={t('desk.pictures')}
        actions={
          mayAct ? (
            <ButtonLink to={href('/admin/pictures/new')}>{t('pictures.new')}</ButtonLink>
          ) : null
        }
      >
        <p className="desk-title__line">{t('pictures.definition')}</p>
      </PageHead>
      {notice ? (
        <Notice tone="good">
          <p>{t(notice)}</p>
        </Notice>
      ) : null}
      <SearchLine
        action={href('/admin/pictures')}
        label={t('pictures.search')}
        hint={t('pictures.searchHint')}
        search={search}
      />
      {pictures.length > 0 ? (
        <PictureGrid pictures={pictures} />
      ) : search ? (
        <Empty title={t('pictures.notFound')} next={t('pictures.notFoundNext')} />
      ) : (
        <Empty title={t('pictures.none')} next={t('pictures.noneNext')} />
      )}
      <Pager newest={isFirst ? null : page({})} older={next ? page({ after: next }) : null} />
    </>
  );
}
