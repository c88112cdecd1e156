import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countPipeline, listStuck } from '../../domain/pipeline/list-stuck.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { PipelineCountTable, StuckTable } from '../../ui/admin/stuck-table.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty, ReportPart } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

const notices = {
  retried: 'pipeline.retried',
  dismissed: 'pipeline.dismissed',
  not_stuck: 'pipeline.notStuck',
} as const;

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('pipeline.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('pipeline.view'));
  const ctx = args.context.services;
  const done = new URL(args.request.url).searchParams.get('done');
  const [items, counts] = await Promise.all([listStuck(ctx, rowsShown), countPipeline(ctx)]);
  const notice = Object.entries(notices).find(([known]) => known === done);
  return {
    items,
    counts,
    notice: notice ? { key: notice[1], isGood: done !== 'not_stuck' } : null,
    mayAct: may(role, 'pipeline.act'),
  };
}

export default function PipelinePage() {
  const { items, counts, notice, mayAct } = useLoaderData<typeof loader>();
  const { t } = useLocale();
  return (
    <>
      <PageHead title={t('pipeline.title')}>
        <p className="desk-title__line">{t('pipeline.definition')}</p>
      </PageHead>
      {notice ? (
        <Notice tone={notice.isGood ? 'good' : 'warn'}>
          <p>{t(notice.key)}</p>
        </Notice>
      ) : null}
      <div className="report-stack">
        <ReportPart
          id="stuck"
          title={t('pipeline.list')}
          definition={items.length >= rowsShown ? t('pipeline.more') : null}
        >
          {items.length > 0 ? (
            <StuckTable items={items} mayAct={mayAct} />
          ) : (
            <Empty title={t('pipeline.none')} next={t('pipeline.noneNext')} />
          )}
        </ReportPart>
        <ReportPart
          id="counts"
          title={t('pipeline.counts')}
          definition={t('pipeline.countsDefinition')}
        >
          <PipelineCountTable counts={counts} />
        </ReportPart>
      </div>
    </>
  );
}
