import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { parseCursor } from '../../domain/reports/cursor.ts';
import { listPayments } from '../../domain/reports/list-payments.server.ts';
import {
  findUnreadablePayments,
  parsePaymentFilter,
  paymentQuery,
} from '../../domain/reports/payment-filter.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { readPaymentNames } from '../../domain/reports/read-payment-names.server.ts';
import { sumPayments } from '../../domain/reports/sum-payments.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
import { PaymentChips } from '../../ui/admin/payment-chips.tsx';
import { PaymentFilters } from '../../ui/admin/payment-filters.tsx';
import { PaymentSums, PaymentTable } from '../../ui/admin/payment-table.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty, ReportPart } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('admin.payments'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('payments.view'));
  const { pathname, searchParams: query } = new URL(args.request.url);
  const filter = parsePaymentFilter(query);
  const after = parseCursor(query.get('after'));
  const ctx = args.context.services;
  const { timeZone } = await readNewsroom(ctx);
  const [page, sums, names] = await Promise.all([
    listPayments(ctx, { filter, timeZone, after, limit: rowsShown }),
    sumPayments(ctx, { filter, timeZone }),
    readPaymentNames(ctx, filter, localeOfPath(pathname)),
  ]);
  return {
    filter,
    page,
    sums,
    names,
    typed: { from: query.get('from')?.slice(0, 40) ?? '', to: query.get('to')?.slice(0, 40) ?? '' },
    unreadable: findUnreadablePayments(query),
    isFirst: after === null,
    mayExport: may(role, 'payments.export'),
  };
}

export default function PaymentsPage() {
  const { filter, page, sums, names, typed, unreadable, isFirst, mayExport } =
    useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const query = paymentQuery(filter);
  return (
    <>
      <PageHead
        title={t('admin.payments')}
        actions={
          mayExport && page.payments.length > 0 ? (
            <a href={`/admin/payments.csv${query}`}>{t('admin.downloadCsv')}</a>
          ) : null
        }
      >
        <p className="desk-title__line">{t('admin.paymentsDefinition')}</p>
      </PageHead>
      <PaymentFilters filter={filter} typed={typed} unreadable={unreadable} />
      <PaymentChips filter={filter} names={names} />
      {page.payments.length > 0 ? (
        <div className="report-stack payments">
          <ReportPart id="sums" title={t('admin.sums')} definition={t('admin.sumsDefinition')}>
            <PaymentSums sums={sums} />
          </ReportPart>
          <ReportPart id="list" title={t('admin.eachPayment')}>
            <PaymentTable payments={page.payments} />
          </ReportPart>
        </div>
      ) : (
        <Empty
          title={t(page.next ? 'payments.noneSoFar' : 'admin.noPayments')}
          next={t(query === '' ? 'admin.noPaymentsYetNext' : 'payments.noPaymentsNext')}
          action={
            query === ''
              ? { label: t('admin.tryDonate'), to: href('/donate') }
              : { label: t('admin.clearFilters'), to: href('/admin/payments') }
          }
        />
      )}
      <Pager
        newest={isFirst ? null : href(`/admin/payments${query}`)}
        older={page.next ? href(`/admin/payments${paymentQuery(filter, page.next)}`) : null}
      />
    </>
  );
}
