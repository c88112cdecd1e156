import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { listColleagues } from '../../domain/work/list-colleagues.server.ts';
import { listWork } from '../../domain/work/list-work.server.ts';
import { parseWorkFilter, workQuery } from '../../domain/work/work.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { WorkFilters } from '../../ui/admin/today/work-filters.tsx';
import { WorkList } from '../../ui/admin/today/work-list.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.today'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role, supporter } = await requireRole(args, rolesWith('today.view'));
  const ctx = args.context.services;
  const query = new URL(args.request.url).searchParams;
  const filter = parseWorkFilter(query);
  const after = query.get('after')?.slice(0, 400) ?? null;
  const { timeZone } = await readNewsroom(ctx);
  const [page, colleagues] = await Promise.all([
    listWork(ctx, { filter, timeZone, after, limit: rowsShown }),
    listColleagues(ctx),
  ]);
  return {
    ...{ filter, page, colleagues },
    now: ctx.clock.now(),
    isFirst: after === null,
    mayAct: may(role, 'today.act'),
    viewerId: supporter.id,
    done: query.get('done'),
  };
}

const answers = {
  saved: 'today.saved',
  gone: 'today.gone',
  no_colleague: 'today.noColleague',
  unreadable: 'today.unreadable',
} as const;

export default function TodayPage() {
  const view = useLoaderData<typeof loader>();
  const { filter, page, isFirst, done } = view;
  const { t, href } = useLocale();
  const isFiltered = workQuery(filter) !== '';
  const said = Object.entries(answers).find(([key]) => key === done);
  return (
    <>
      <PageHead title={t('desk.today')}>
        <p className="desk-title__line">{t('today.definition')}</p>
      </PageHead>
      {said ? <Notice tone={done === 'saved' ? 'good' : 'warn'}>{t(said[1])}</Notice> : null}
      <WorkFilters {...view} counts={page.counts} />
      {page.items.length > 0 ? (
        <WorkList {...view} items={page.items} />
      ) : (
        <Empty
          title={t(isFiltered ? 'today.noneHere' : 'today.none')}
          next={t('today.noneNext')}
          {...(isFiltered
            ? { action: { label: t('today.showAll'), to: href('/admin/today') } }
            : {})}
        />
      )}
      <Pager
        newest={isFirst ? null : href(`/admin/today${workQuery(filter)}`)}
        older={page.next ? href(`/admin/today${workQuery(filter, page.next)}`) : null}
      />
    </>
  );
}
