import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { readReceipt } from '../../domain/statements/read-receipt.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { DonorOffer } from '../../ui/account/donor-offer.tsx';
import { ReceiptSheet } from '../../ui/account/receipt-sheet.tsx';
import { Button } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { type ReceiptFact, receiptFacts } from '../../ui/statements/receipt-facts.ts';
import { sumText } from '../../ui/statements/statement-words.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { donorOfferView } from '../giving/donor-offer-view.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('account.receipt.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const { services } = args.context;
  const id = z.uuid().safeParse(args.params['id']);
  const receipt = id.success ? await readReceipt(services, id.data) : null;
  // Somebody else's receipt is answered as one that isn't there.
  if (!receipt || receipt.supporterId !== supporter.id) throw new Response(null, { status: 404 });
  const locale = localeOf(args.request);
  const t = translatorFor(locale);
  const newsroom = await readNewsroom(services);
  const facts: ReceiptFact[] = receiptFacts(t, receipt, newsroom, locale);
  if (newsroom.address) facts.push({ term: t('account.receipt.address'), value: newsroom.address });
  if (newsroom.taxId) facts.push({ term: t('account.receipt.taxId'), value: newsroom.taxId });
  facts.push({ term: t('account.receipt.contact'), value: newsroom.contactEmail });
  const offer =
    receipt.paidFor.kind === 'donation'
      ? await donorOfferView(services, { supporterId: supporter.id, locale })
      : null;
  const mailed = new URL(args.request.url).searchParams.get('mailed');
  return data(
    {
      id: receipt.paymentId,
      offer,
      email: supporter.email,
      mailed: mailed === null ? null : mailed === 'too-often' ? 'too-often' : 'yes',
      receipt: {
        amount: sumText(receipt.amount, locale),
        facts,
        note: newsroom.receiptNote[locale],
      },
    },
    { status: mailed === 'too-often' ? 429 : 200 },
  );
}

export default function Receipt() {
  const { id, email, mailed, offer, receipt } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      {mailed === 'yes' ? <Notice tone="good" title={t('statements.mailed', { email })} /> : null}
      {mailed === 'too-often' ? <Notice tone="bad" title={t('statements.mailedTooOften')} /> : null}
      <ReceiptSheet receipt={receipt} />
      <form className="account__acts" method="post" action={href(`/account/payments/${id}/mail`)}>
        <a href={href(`/account/payments/${id}/receipt.pdf`)}>{t('statements.download')}</a>
        <Button look="text">{t('statements.mail')}</Button>
        <a href={href('/account/payments')}>{t('account.receipt.back')}</a>
      </form>
      {offer ? <DonorOffer offer={offer} /> : null}
    </>
  );
}
