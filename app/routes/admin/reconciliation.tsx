import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { DifferenceState } from '../../domain/reconciliation/difference.ts';
import {
  countDifferences,
  listDifferences,
} from '../../domain/reconciliation/list-differences.server.ts';
import { listRuns } from '../../domain/reconciliation/run.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { DifferenceTable, RunTable } from '../../ui/admin/difference-table.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Button } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty, ReportPart } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

const states = ['open', 'repaired', 'explained'] as const satisfies DifferenceState[];
const runsShown = 8;
const notices = {
  queued: 'reconciliation.runQueued',
  explained: 'reconciliation.explained',
  not_open: 'reconciliation.notOpen',
} as const;

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('reconciliation.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('reconciliation.view'));
  const ctx = args.context.services;
  const query = new URL(args.request.url).searchParams;
  const state = states.find((known) => known === query.get('state')) ?? 'open';
  const [differences, counts, runs] = await Promise.all([
    listDifferences(ctx, { state, limit: rowsShown }),
    countDifferences(ctx),
    listRuns(ctx, runsShown),
  ]);
  const notice = Object.entries(notices).find(([known]) => known === query.get('done'));
  return {
    state,
    differences,
    counts,
    runs,
    notice: notice?.[1] ?? null,
    mayAct: may(role, 'reconciliation.act'),
  };
}

export default function ReconciliationPage() {
  const view = useLoaderData<typeof loader>();
  const { state, differences, counts, runs, notice, mayAct } = view;
  const { t, href } = useLocale();
  return (
    <>
      <PageHead
        title={t('reconciliation.title')}
        actions={
          mayAct ? (
            <form method="post" action={href('/admin/reconciliation/runs')}>
              <Button isSmall>{t('reconciliation.runNow')}</Button>
            </form>
          ) : null
        }
      >
        <p className="desk-title__line">{t('reconciliation.definition')}</p>
      </PageHead>
      {notice ? (
        <Notice tone="good">
          <p>{t(notice)}</p>
        </Notice>
      ) : null}
      <div className="report-stack">
        <ReportPart
          id="differences"
          title={t('reconciliation.list')}
          definition={t(`reconciliation.listDefinition.${state}`)}
        >
          <nav className="pager" aria-label={t('reconciliation.states')}>
            {states.map((known) => {
              const label = t(`reconciliation.state.${known}`, { count: counts[known] });
              if (known === state) {
                return (
                  <strong key={known} aria-current="page">
                    {label}
                  </strong>
                );
              }
              return (
                <a key={known} href={href(`/admin/reconciliation?state=${known}`)}>
                  {label}
                </a>
              );
            })}
          </nav>
          {differences.length > 0 ? (
            <DifferenceTable differences={differences} mayAct={mayAct} />
          ) : (
            <Empty title={t(`reconciliation.none.${state}`)} />
          )}
        </ReportPart>
        <ReportPart
          id="runs"
          title={t('reconciliation.runs')}
          definition={t('reconciliation.runsDefinition')}
        >
          {runs.length > 0 ? (
            <RunTable runs={runs} />
          ) : (
            <Empty title={t('reconciliation.noRuns')} next={t('reconciliation.noRunsNext')} />
          )}
        </ReportPart>
      </div>
    </>
  );
}
