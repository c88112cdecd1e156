import type { Viewer } from '../../domain/supporters/viewer.ts';
import type { Receipt } from '../../domain/statements/receipt.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import type { Locale } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import type { Services } from '../../services.server.ts';
import { receiptDocument } from '../../ui/statements/receipt-document.ts';
import { privateHeaders } from '../../web/caching.server.ts';

/** A PDF as a file of somebody's own. `name` is ASCII, without ending. */
export function pdfResponse(
  bytes: Buffer,
  { name, viewer }: { readonly name: string; readonly viewer: Viewer },
): Response {
  const headers = privateHeaders(viewer);
  headers.set('Content-Type', 'application/pdf');
  headers.set('Content-Disposition', `attachment; filename="${name}.pdf"`);
  headers.set('Content-Length', String(bytes.length));
  headers.set('X-Robots-Tag', 'noindex');
  return new Response(new Uint8Array(bytes), { headers });
}

/** A receipt on paper. Caller's duty: that the viewer may have it. */
export async function receiptResponse(
  services: Services,
  input: { readonly receipt: Receipt; readonly locale: Locale; readonly viewer: Viewer },
): Promise<Response> {
  const { receipt, locale, viewer } = input;
  const issuer = await readNewsroom(services);
  const bytes = await services.pdf.write(
    receiptDocument(translatorFor(locale), {
      receipt,
      issuer,
      locale,
      canWrite: services.pdf.canWrite,
    }),
  );
  return pdfResponse(bytes, { name: `receipt-${receipt.number}`, viewer });
}
