import type { LoaderFunctionArgs } from '@remix-run/node';
import { statementDocument } from '../../ui/statements/statement-document.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { pdfResponse } from './pdf-response.server.ts';
import { readYear } from './statement-year.server.ts';

/** A year's statement as a PDF. A year in which nothing was paid has none. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireSupporter(args);
  const { pdf } = args.context.services;
  const locale = localeOf(args.request);
  const { asOf, view, newsroom, payer, year, t } = await readYear(args, {
    supporterId: viewer.supporter.id,
    locale,
  });
  if (!asOf) throw new Response(null, { status: 404 });
  const bytes = await pdf.write(
    statementDocument(t, {
      view,
      asOf,
      payer,
      issuer: newsroom,
      locale,
      canWrite: pdf.canWrite,
    }),
  );
  return pdfResponse(bytes, { name: `statement-${year}`, viewer });
}
