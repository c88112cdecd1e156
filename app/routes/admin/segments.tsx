import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { supporterQuery } from '../../domain/reports/supporter-filter.ts';
import { listSegments } from '../../domain/segments/read-segment.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { SegmentTable } from '../../ui/admin/segments/segment-table.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.segments'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('supporters.view'));
  const ctx = args.context.services;
  const segments = await listSegments(ctx, await readNewsroom(ctx));
  return {
    segments: segments.map(({ id, name, filter, count }) => ({
      ...{ id, name, count },
      query: supporterQuery(filter),
    })),
    done: new URL(args.request.url).searchParams.get('done'),
    mayExport: may(role, 'supporters.export'),
    maySave: may(role, 'views.save'),
  };
}

const answers = { renamed: 'segments.renamed', deleted: 'segments.deleted' } as const;

export default function SegmentsPage() {
  const { segments, done, mayExport, maySave } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('desk.segments')}>
        <p className="desk-title__line">{t('segments.definition')}</p>
      </PageHead>
      {done === 'renamed' || done === 'deleted' ? (
        <p className="notice notice--good" role="status">
          {t(answers[done])}
        </p>
      ) : null}
      {segments.length > 0 ? (
        <SegmentTable {...{ segments, mayExport, maySave }} />
      ) : (
        <Empty
          title={t('segments.none')}
          next={t('segments.noneNext')}
          action={{ label: t('admin.supporters'), to: href('/admin/supporters') }}
        />
      )}
    </>
  );
}
