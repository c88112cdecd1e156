import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listSupporterPayments } from '../../domain/ledger/list-payments.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { toPaymentLine } from '../../ui/account/payment-line.ts';
import { PaymentTable } from '../../ui/account/payment-table.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('account.payments.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const ctx = args.context.services;
  const [newsroom, payments] = await Promise.all([
    readNewsroom(ctx),
    listSupporterPayments(ctx, supporter.id),
  ]);
  return { timeZone: newsroom.timeZone, payments: payments.map(toPaymentLine) };
}

export default function Payments() {
  const { payments, timeZone } = useLoaderData<typeof loader>();
  const { t } = useLocale();
  return (
    <>
      <h1>{t('account.payments.title')}</h1>
      {payments.length > 0 ? (
        <PaymentTable
          payments={payments}
          timeZone={timeZone}
          caption={t('account.payments.title')}
        />
      ) : (
        <>
          <p>{t('account.payments.none')}</p>
          <p className="meta">{t('account.payments.noneHelp')}</p>
        </>
      )}
    </>
  );
}
