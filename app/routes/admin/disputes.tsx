import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { disputeStates, readDisputeState } from '../../domain/disputes/dispute-state.ts';
import { listDisputes } from '../../domain/disputes/list-disputes.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { DisputeTable } from '../../ui/admin/disputes/dispute-table.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.disputes'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('today.view'));
  const query = new URL(args.request.url).searchParams;
  const state = readDisputeState(query.get('state'));
  const after = query.get('after')?.slice(0, 255) ?? null;
  const page = await listDisputes(args.context.services, { state, after, limit: rowsShown });
  return { ...page, state, isFirst: after === null };
}

export default function DisputesPage() {
  const { disputes, next, state, isFirst } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const list = (query: Record<string, string>) => {
    const text = new URLSearchParams({ ...(state ? { state } : {}), ...query }).toString();
    return href(`/admin/disputes${text ? `?${text}` : ''}`);
  };
  return (
    <>
      <PageHead title={t('desk.disputes')}>
        <p className="desk-title__line">{t('disputes.definition')}</p>
      </PageHead>
      <nav aria-label={t('disputes.states')}>
        <ul className="chips plain-list">
          <li>
            <a href={href('/admin/disputes')} aria-current={state === null ? 'page' : undefined}>
              {t('disputes.state.all')}
            </a>
          </li>
          {disputeStates.map((one) => (
            <li key={one}>
              <a
                href={href(`/admin/disputes?state=${one}`)}
                aria-current={state === one ? 'page' : undefined}
              >
                {t(`disputes.state.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {disputes.length > 0 ? (
        <DisputeTable disputes={disputes} />
      ) : (
        <Empty title={t('disputes.none')} next={t('disputes.noneNext')} />
      )}
      <Pager newest={isFirst ? null : list({})} older={next ? list({ after: next }) : null} />
    </>
  );
}
