import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { parseCursor } from '../../domain/reports/cursor.ts';
import { listPayments, sumPayments } from '../../domain/reports/list-payments.server.ts';
import { parsePaymentFilter, paymentQuery } from '../../domain/reports/payment-filter.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { monthOf } from '../../domain/reports/report-month.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Pager } from '../../ui/admin/pager.tsx';
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
  const query = new URL(args.request.url).searchParams;
  const filter = parsePaymentFilter(query);
  const after = parseCursor(query.get('after'));
  const ctx = args.context.services;
  const { timeZone } = await readNewsroom(ctx);
  const [page, sums] = await Promise.all([
    listPayments(ctx, { filter, timeZone, after, limit: rowsShown }),
    sumPayments(ctx, { filter, timeZone }),
  ]);
  return {
    filter,
    page,
    sums,
    currentMonth: monthOf(ctx.clock.now(), timeZone),
    isFirst: after === null,
    mayExport: may(role, 'payments.export'),
  };
}

export default function PaymentsPage() {
  const { filter, page, sums, currentMonth, isFirst, mayExport } = useLoaderData<typeof loader>();
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
      <PaymentFilters filter={filter} current={currentMonth} />
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
          title={t('admin.noPayments')}
          next={t(query === '' ? 'admin.noPaymentsYetNext' : 'admin.noPaymentsNext')}
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
