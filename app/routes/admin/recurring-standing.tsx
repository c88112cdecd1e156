import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { standingPath } from '../../domain/reports/recurring/change-filter.ts';
import {
  listStanding,
  parseStandingFilter,
  sumStanding,
} from '../../domain/reports/recurring/list-standing.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';
import { translatorFor } from '../../messages/translate.ts';
import { useDates } from '../../ui/admin/dates.tsx';
import { sum } from '../../ui/admin/figures.tsx';
import { dayName } from '../../ui/admin/overview/days.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { PersonLink } from '../../ui/admin/person-link.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty, ReportTable } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('standing.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('supporters.view'));
  const query = new URL(args.request.url).searchParams;
  const filter = parseStandingFilter(query);
  if (!filter) throw new Response(null, { status: 404 });
  const after = z.uuid().safeParse(query.get('after'));
  const ctx = args.context.services;
  const { timeZone } = await readNewsroom(ctx);
  const [page, sums] = await Promise.all([
    listStanding(ctx, {
      ...{ filter, timeZone, after: after.success ? after.data : null, limit: rowsShown },
    }),
    sumStanding(ctx, filter),
  ]);
  return { filter, page, sums, isFirst: !after.success };
}

export default function RecurringStandingPage() {
  const { filter, page, sums, isFirst } = useLoaderData<typeof loader>();
  const { locale, t, href } = useLocale();
  const { shortDay } = useDates();
  const { at, ...rest } = filter;
  const path = href(standingPath(at, rest));
  const amounts = sums.sums.map(({ amountMinor, currency }) =>
    sum(money(amountMinor, currency), locale),
  );
  return (
    <>
      <PageHead
        title={t('standing.title')}
        actions={<a href={href('/admin/recurring')}>{t('recurring.title')}</a>}
      >
        <p className="desk-title__line">{t('standing.definition', { day: dayName(at, locale) })}</p>
      </PageHead>
      {page.memberships.length > 0 ? (
        <>
          <p className="filters__said" role="status">
            <strong>{t('standing.found', { count: sums.count })}.</strong>{' '}
            {t('changes.comesTo', {
              sums: new Intl.ListFormat(locale, { type: 'unit' }).format(amounts),
            })}
          </p>
          <ReportTable
            label={t('standing.title')}
            head={[
              { label: t('changes.who') },
              { label: t('recurring.tier') },
              { label: t('cohort.since'), isWideOnly: true },
              { label: t('recurring.monthly'), isFigure: true },
            ]}
          >
            {page.memberships.map(({ id, person, tierName, interval, worth, since }) => (
              <tr key={id}>
                <th scope="row">{person ? <PersonLink person={person} /> : t('changes.nobody')}</th>
                <td>{t('recurring.tierAndInterval', { tier: tierName[locale], interval })}</td>
                <td className="wide-only">{shortDay(since)}</td>
                <td className="figure">{sum(worth, locale)}</td>
              </tr>
            ))}
          </ReportTable>
        </>
      ) : (
        <Empty title={t('standing.none')} />
      )}
      <Pager
        newest={isFirst ? null : path}
        older={page.next ? `${path}&after=${page.next}` : null}
      />
    </>
  );
}
