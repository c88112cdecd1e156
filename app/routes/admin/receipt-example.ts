import type { LoaderFunctionArgs } from '@remix-run/node';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import type { Receipt } from '../../domain/statements/receipt.ts';
import { money } from '../../kernel/money.ts';
import { translatorFor } from '../../messages/translate.ts';
import { receiptDocument } from '../../ui/statements/receipt-document.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';

/** A receipt as it would be with the words that stand in the form: nothing is kept of them. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireRole(args, rolesWith('settings.act'));
  const { services } = args.context;
  const newsroom = await readNewsroom(services);
  const typed = new URL(args.request.url).searchParams;
  const words = (name: string, present: string) =>
    (typed.get(name) ?? present).replaceAll('\r\n', '\n').trim().slice(0, 1_000);
  const both = (name: string, present: { en: string; uk: string }) => ({
    en: words(`${name}En`, present.en),
    uk: words(`${name}Uk`, present.uk),
  });
  const locale = localeOf(args.request);
  const paidAt = services.clock.now();
  const amount = money(2_500, newsroom.defaultCurrency);
  const receipt: Receipt = {
    ...{ paymentId: 'example', supporterId: null, number: '00000000-EXAMPLE', paidAt, amount },
    payer: { name: null, email: 'reader@example.org', postalAddress: null },
    ...{ feeCover: null, paidFor: { kind: 'donation' as const }, paidUntil: null },
    ...{ returns: [], returned: money(0, amount.currency), asOf: paidAt },
  };
  const bytes = await services.pdf.write(
    receiptDocument(translatorFor(locale), {
      ...{ receipt, locale, canWrite: services.pdf.canWrite },
      issuer: {
        ...newsroom,
        name: both('name', newsroom.name),
        tagline: both('tagline', newsroom.tagline),
        receiptNote: both('receiptNote', newsroom.receiptNote),
        legalName: words('legalName', newsroom.legalName),
        address: words('address', newsroom.address),
        taxId: words('taxId', newsroom.taxId),
        contactEmail: words('contactEmail', newsroom.contactEmail),
      },
    }),
  );
  const headers = privateHeaders(viewer);
  headers.set('Content-Type', 'application/pdf');
  headers.set('Content-Disposition', 'inline; filename="receipt-example.pdf"');
  return new Response(new Uint8Array(bytes), { headers });
}
