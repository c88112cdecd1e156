import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { may } from '../../domain/reports/permissions.ts';
import { openReceipt } from '../../domain/statements/open-receipt.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { receiptResponse } from './pdf-response.server.ts';

/** A receipt as a PDF, for its payer or for staff. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireSupporter(args);
  const { services } = args.context;
  const id = z.uuid().safeParse(args.params['id']);
  const receipt = id.success
    ? await openReceipt(services, {
        paymentId: id.data,
        viewerId: viewer.supporter.id,
        isStaff: may(viewer.role, 'payments.view'),
      })
    : null;
  if (!receipt) throw new Response(null, { status: 404 });
  return receiptResponse(services, { receipt, locale: localeOf(args.request), viewer });
}
