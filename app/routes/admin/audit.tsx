import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { auditQuery, parseAuditFilter } from '../../domain/reports/audit/audit-filter.ts';
import { listAudit } from '../../domain/reports/audit/list-audit.server.ts';
import { parseCursor } from '../../domain/reports/cursor.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { listStaff } from '../../domain/supporters/staff/list-staff.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { AuditFilters } from '../../ui/admin/audit/audit-filters.tsx';
import { AuditTable } from '../../ui/admin/audit/audit-table.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.audit'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('audit.view'));
  const query = new URL(args.request.url).searchParams;
  const filter = parseAuditFilter(query);
  const after = parseCursor(query.get('after'));
  const ctx = args.context.services;
  const { timeZone } = await readNewsroom(ctx);
  const [page, staff] = await Promise.all([
    listAudit(ctx, { filter, timeZone, after, limit: rowsShown }),
    listStaff(ctx),
  ]);
  return {
    filter,
    page,
    staff: staff.members.map(({ supporterId, name, email }) => ({ supporterId, name, email })),
    isFirst: after === null,
    mayExport: may(role, 'audit.export'),
  };
}

export default function AuditPage() {
  const { filter, page, staff, isFirst, mayExport } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const query = auditQuery(filter);
  return (
    <>
      <PageHead
        title={t('desk.audit')}
        actions={
          mayExport ? <a href={`/admin/audit.csv${query}`}>{t('admin.downloadCsv')}</a> : null
        }
      >
        <p className="desk-title__line">{t('audit.definition')}</p>
      </PageHead>
      <AuditFilters filter={filter} staff={staff} />
      {query === '' ? null : (
        <p className="filters__said">
          <a href={href('/admin/audit')}>{t('admin.clearFilters')}</a>
        </p>
      )}
      {page.entries.length > 0 ? (
        <AuditTable entries={page.entries} />
      ) : (
        <Empty title={t('audit.none')} next={t('audit.noneNext')} />
      )}
      <Pager
        newest={isFirst ? null : href(`/admin/audit${query}`)}
        older={page.next ? href(`/admin/audit${auditQuery(filter, page.next)}`) : null}
      />
    </>
  );
}
