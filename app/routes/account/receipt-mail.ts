import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { readReceipt } from '../../domain/statements/read-receipt.server.ts';
import { resendReceipt } from '../../domain/statements/resend-receipt.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitReceiptMail } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

/** The form stands on the receipt's page. */
export async function loader(args: LoaderFunctionArgs) {
  await requireSupporter(args);
  return redirect(
    localPath(localeOf(args.request), `/account/payments/${args.params['id'] ?? ''}`),
  );
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const { services } = args.context;
  const id = z.uuid().safeParse(args.params['id']);
  const receipt = id.success ? await readReceipt(services, id.data) : null;
  if (!receipt || receipt.supporterId !== supporter.id) throw new Response(null, { status: 404 });
  const locale = localeOf(args.request);
  const page = localPath(locale, `/account/payments/${receipt.paymentId}`);
  const limit = await limitReceiptMail(args, supporter.id);
  if (!limit.ok) return redirect(`${page}?mailed=too-often`, 303);
  await resendReceipt(services, {
    paymentId: receipt.paymentId,
    recipient: supporter.email,
    locale,
  });
  return redirect(`${page}?mailed`, 303);
}
