import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { parseCursor } from '../../domain/reports/cursor.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { countCohort, listCohort } from '../../domain/reports/recurring/list-cohort.server.ts';
import { parseMonth } from '../../domain/reports/report-month.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { monthName, useDates } from '../../ui/admin/dates.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { PersonLink } from '../../ui/admin/person-link.tsx';
import { cohortPath } from '../../ui/admin/retention/cohort-path.ts';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty, ReportTable } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const locale = localeOfPath(args.location.pathname);
  const month = args.data ? monthName(args.data.joined, locale) : '';
  const title = translatorFor(locale)('cohort.title', { month });
  return pageMeta(args, { title, isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('supporters.view'));
  const query = new URL(args.request.url).searchParams;
  const joined = parseMonth(query.get('joined'));
  const at = parseMonth(query.get('at'));
  if (!joined) throw new Response(null, { status: 404 });
  const after = parseCursor(query.get('after'));
  const ctx = args.context.services;
  const { timeZone } = await readNewsroom(ctx);
  const [{ members, next }, count, size] = await Promise.all([
    listCohort(ctx, { cell: { joined, at }, timeZone, after, limit: rowsShown }),
    countCohort(ctx, { joined, at }),
    countCohort(ctx, { joined, at: null }),
  ]);
  return { joined, at, members, next, count, size, isFirst: after === null };
}

export default function RetentionCohortPage() {
  const { joined, at, members, next, count, size, isFirst } = useLoaderData<typeof loader>();
  const { locale, t, href } = useLocale();
  const { shortDay } = useDates();
  const title = t('cohort.title', { month: monthName(joined, locale) });
  return (
    <>
      <PageHead title={title} actions={<a href={href('/admin/retention')}>{t('cohort.back')}</a>}>
        <p className="desk-title__line" role="status">
          {at
            ? t('cohort.definitionAt', { size, count, at: monthName(at, locale) })
            : t('cohort.definitionAll', { count })}
        </p>
      </PageHead>
      {members.length > 0 ? (
        <ReportTable
          label={title}
          head={[{ label: t('changes.who') }, { label: t('cohort.since') }]}
        >
          {members.map(({ person, since }, i) => (
            <tr key={person?.id ?? i}>
              <th scope="row">{person ? <PersonLink person={person} /> : t('changes.nobody')}</th>
              <td>{shortDay(since)}</td>
            </tr>
          ))}
        </ReportTable>
      ) : (
        <Empty title={t('cohort.none')} />
      )}
      <Pager
        newest={isFirst ? null : href(cohortPath(joined, at))}
        older={next ? href(`${cohortPath(joined, at)}&after=${next}`) : null}
      />
    </>
  );
}
