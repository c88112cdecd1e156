import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { listNames } from '../../domain/wall/keep-wall.server.ts';
import { formatPlace, parsePlace } from '../../domain/wall/wall.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { NameTable } from '../../ui/wall/name-table.tsx';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('wall.admin.title'),
    isIndexed: false,
  });

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('wall.view'));
  const query = new URL(args.request.url).searchParams;
  const after = parsePlace(query.get('after'));
  const { names, next } = await listNames(args.context.services, { after, limit: rowsShown });
  return {
    names: names.map(({ hiddenAt, ...name }) => ({ ...name, isHidden: hiddenAt !== null })),
    next,
    after: after ? formatPlace(after) : null,
    isGone: query.has('gone'),
    mayAct: may(role, 'wall.act'),
  };
}

export default function AdminWall() {
  const { names, next, after, isGone, mayAct } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead
        title={t('wall.admin.title')}
        actions={<a href={href('/wall')}>{t('wall.admin.open')}</a>}
      >
        <p className="desk-title__line">{t('wall.admin.definition')}</p>
      </PageHead>
      {isGone ? <Notice tone="bad">{<p>{t('wall.admin.gone')}</p>}</Notice> : null}
      {names.length > 0 ? (
        <NameTable names={names} after={after} mayAct={mayAct} />
      ) : (
        <Empty
          title={t('wall.admin.empty')}
          next={t('wall.admin.emptyNext')}
          action={{ label: t('wall.admin.open'), to: href('/wall') }}
        />
      )}
      <Pager
        newest={after ? href('/admin/wall') : null}
        older={next ? `${href('/admin/wall')}?after=${next}` : null}
      />
    </>
  );
}
