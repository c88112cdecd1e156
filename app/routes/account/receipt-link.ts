import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { readReceiptLink } from '../../domain/statements/receipt-link.ts';
import { readReceipt } from '../../domain/statements/read-receipt.server.ts';
import { anonymousViewer } from '../../domain/supporters/viewer.ts';
import { localPath } from '../../kernel/locale.ts';
import { localeOf } from '../../web/locale.ts';
import { receiptResponse } from './pdf-response.server.ts';

/**
 * The receipt that a mail's link names, without signing in. A link of ours that is too old leads
 * to the account, where it opens for its payer; one that is not ours is answered like none.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { services } = context;
  const locale = localeOf(request);
  const link = readReceiptLink(services.env.appSecret, params['token'] ?? '', services.clock.now());
  if (!link) throw new Response(null, { status: 404 });
  if (link.isExpired) {
    return redirect(localPath(locale, `/account/payments/${link.paymentId}`), {
      headers: { 'Cache-Control': 'private, no-store' },
    });
  }
  const receipt = await readReceipt(services, link.paymentId);
  if (!receipt) throw new Response(null, { status: 404 });
  return receiptResponse(services, { receipt, locale, viewer: anonymousViewer });
}
