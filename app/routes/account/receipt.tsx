import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readPayment } from '../../domain/ledger/list-payments.server.ts';
import { readMembershipById } from '../../domain/memberships/read-membership.server.ts';
import { paymentNumber } from '../../domain/newsroom/payment-number.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ReceiptSheet, type ReceiptView } from '../../ui/account/receipt-sheet.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('account.receipt.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs): Promise<ReceiptView> {
  const { supporter } = await requireSupporter(args);
  const ctx = args.context.services;
  const id = z.uuid().safeParse(args.params['id']);
  const payment = id.success ? await readPayment(ctx, id.data) : null;
  // Somebody else's receipt is answered as one that isn't there.
  if (!payment || payment.kind !== 'charge' || payment.supporterId !== supporter.id) {
    throw new Response(null, { status: 404 });
  }
  const [newsroom, membership] = await Promise.all([
    readNewsroom(ctx),
    payment.source === 'membership' ? readMembershipById(ctx, payment.sourceId) : null,
  ]);
  return {
    number: paymentNumber(payment),
    paidAt: payment.occurredAt.toISOString(),
    amount: payment.amount,
    returned: payment.returned,
    paidFor: membership
      ? {
          kind: 'membership',
          tierName: membership.membership.tierName,
          interval: membership.membership.interval,
        }
      : { kind: payment.source === 'gift' ? 'gift' : 'donation' },
    payer: { name: supporter.name, email: supporter.email },
    newsroom: {
      name: newsroom.name,
      legalName: newsroom.legalName,
      address: newsroom.address,
      taxId: newsroom.taxId,
      contactEmail: newsroom.contactEmail,
      timeZone: newsroom.timeZone,
      receiptNote: newsroom.receiptNote,
    },
  };
}

export default function Receipt() {
  const receipt = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <ReceiptSheet receipt={receipt} />
      <p className="meta">{t('account.receipt.print')}</p>
      <p className="account__acts">
        <a href={href('/account/payments')}>{t('account.receipt.back')}</a>
      </p>
    </>
  );
}
