import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { paymentNumber } from '../../domain/newsroom/payment-number.ts';
import { endOf } from '../../domain/refunds/refund.ts';
import { listRefunds } from '../../domain/refunds/refund-rows.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { readPaymentCase } from '../../domain/reports/read-payment-case.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { EntryTable } from '../../ui/admin/payment/entry-table.tsx';
import { PaymentFacts } from '../../ui/admin/payment/payment-facts.tsx';
import { RefundTable } from '../../ui/admin/payment/refund-table.tsx';
import { PaymentTable } from '../../ui/admin/payment-table.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { ReportPart } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  const number = args.data?.number ?? '';
  return pageMeta(args, { title: t('deskSupporter.payment.title', { number }), isIndexed: false });
};

export const headers = privatePage;

const outcomes = ['made', 'waiting', 'not_ended'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('payments.view'));
  const { services } = args.context;
  const id = z.uuid().safeParse(args.params['id']);
  const found = id.success ? await readPaymentCase(services, id.data) : null;
  if (!found) throw new Response(null, { status: 404 });
  const { charge } = found;
  const done = new URL(args.request.url).searchParams.get('done');
  return {
    number: paymentNumber(charge),
    case: found,
    refunds: (await listRefunds(services, charge.id)).map((refund) => ({
      ...refund,
      end: endOf(refund, found.movements),
    })),
    mayRefund: may(role, 'payments.refund'),
    done: outcomes.find((outcome) => outcome === done) ?? null,
  };
}

export default function PaymentPage() {
  const { case: payment, done, mayRefund, number, refunds } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/payments')}>{t('admin.payments')}</a>
      </p>
      <PageHead
        title={t('deskSupporter.payment.title', { number })}
        actions={
          mayRefund ? (
            <a href={href(`/admin/payments/${payment.charge.id}/refund`)}>
              {t('deskSupporter.payment.refund')}
            </a>
          ) : null
        }
      />
      {done ? (
        <Notice tone={done === 'made' ? 'good' : 'warn'}>
          <p>{t(`deskSupporter.payment.done.${done}`)}</p>
        </Notice>
      ) : null}
      <div className="report-stack">
        <PaymentFacts payment={payment} />
        <ReportPart
          id="movements"
          title={t('deskSupporter.payment.movements')}
          definition={t('deskSupporter.payment.movementsDefinition')}
        >
          <PaymentTable payments={payment.movements} hasSupporter={false} />
        </ReportPart>
        {refunds.length > 0 ? <RefundTable refunds={refunds} /> : null}
        <EntryTable entries={payment.entries} />
      </div>
    </>
  );
}
