import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { readViews } from '../../domain/views/read-views.server.ts';
import { viewRoomKeys, viewRooms } from '../../domain/views/view-room.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ViewTable } from '../../ui/admin/views/view-table.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty, ReportPart } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { viewReader } from './page-views.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.views'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireRole(args, rolesWith('views.save'));
  const rooms = viewRoomKeys.filter((room) => may(viewer.role, viewRooms[room].needs));
  const views = await readViews(args.context.services, { reader: viewReader(viewer), rooms });
  // Those of one report together: they are ordered within it.
  views.sort((a, b) => rooms.indexOf(a.room) - rooms.indexOf(b.room));
  return {
    shared: views.filter(({ isShared }) => isShared),
    own: views.filter(({ isShared }) => !isShared),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

const answers = {
  changed: 'views.changed',
  moved: 'views.moved',
  deleted: 'views.deleted',
} as const;
const isAnswer = (done: string | null): done is keyof typeof answers =>
  done !== null && Object.hasOwn(answers, done);

export default function ViewsPage() {
  const { shared, own, done } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('desk.views')}>
        <p className="desk-title__line">{t('views.definition')}</p>
      </PageHead>
      {isAnswer(done) ? (
        <p className="notice notice--good" role="status">
          {t(answers[done])}
        </p>
      ) : null}
      {shared.length + own.length === 0 ? (
        <Empty
          title={t('views.none')}
          next={t('views.noneNext')}
          action={{ label: t('admin.report'), to: href('/admin') }}
        />
      ) : (
        <div className="report-stack">
          {shared.length > 0 ? (
            <ReportPart id="everyone" title={t('views.forEveryone')}>
              <ViewTable views={shared} label={t('views.forEveryone')} />
            </ReportPart>
          ) : null}
          {own.length > 0 ? (
            <ReportPart id="own" title={t('views.own')} definition={t('views.ownDefinition')}>
              <ViewTable views={own} label={t('views.own')} />
            </ReportPart>
          ) : null}
        </div>
      )}
    </>
  );
}
