import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readChargePayment } from '../../domain/ledger/read-charge-payment.server.ts';
import { endByStaff } from '../../domain/memberships/ending/end-by-staff.server.ts';
import { refundReasons } from '../../domain/ports/payments-refunds.ts';
import { previewRefund } from '../../domain/refunds/preview-refund.server.ts';
import {
  type RefundPaymentFailure,
  refundPayment,
} from '../../domain/refunds/refund-payment.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { parseAmount } from '../../kernel/parse-amount.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { RefundForm } from '../../ui/admin/payment/refund-form.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { whyField } from './why-field.ts';

const form = z.object({
  /** What the page has shown the effects of. */
  amountMinor: z.coerce.number().int().positive('deskSupporter.refund.error.amount'),
  reason: z.enum(refundReasons, { error: 'deskSupporter.refund.error.reason' }),
  why: whyField,
  ends: z.literal('on').optional(),
  attempt: z.uuid(),
});

const failures: Record<Exclude<RefundPaymentFailure, 'not_found'>, FieldErrors> = {
  too_much: { amount: 'deskSupporter.refund.error.tooMuch' },
  already_refunded: { amount: 'deskSupporter.refund.error.tooMuch' },
  charged_back: { form: 'deskSupporter.refund.barrier.charged_back' },
  disputed: { form: 'deskSupporter.refund.barrier.charged_back' },
  payments_unavailable: { form: 'deskSupporter.refund.error.unavailable' },
  refused: { form: 'deskSupporter.refund.error.refused' },
};

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('deskSupporter.refund.title'),
    isIndexed: false,
  });

export const headers = privatePage;

/** @throws Response 404 when the address names no charge */
async function chargeOf({ params, context }: LoaderFunctionArgs) {
  const id = z.uuid().safeParse(params['id']);
  const payment = id.success ? await readChargePayment(context.services, id.data) : null;
  if (!payment) throw new Response(null, { status: 404 });
  return payment;
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('payments.refund'));
  const payment = await chargeOf(args);
  const typed = new URL(args.request.url).searchParams.get('amount') ?? '';
  const amount = typed.trim() === '' ? null : parseAmount(typed, payment.amount.currency);
  const wanted = amount?.ok && amount.value.amountMinor > 0 ? amount.value.amountMinor : null;
  const previewed = await previewRefund(args.context.services, {
    ...{ paymentId: payment.id, amountMinor: wanted },
  });
  const preview = previewed.ok ? previewed.value : null;
  const isTooMuch = preview !== null && (wanted ?? 0) > preview.left.amountMinor;
  const error: MessageKey | null = isTooMuch
    ? 'deskSupporter.refund.error.tooMuch'
    : amount && wanted === null
      ? 'deskSupporter.refund.error.amount'
      : null;
  return { paymentId: payment.id, preview, typed, error, attempt: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter: actor } = await requireRole(args, rolesWith('payments.refund'));
  const payment = await chargeOf(args);
  const { services } = args.context;
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const { amountMinor, reason, why, attempt, ends } = parsed.value;
  const made = await refundPayment(services, {
    ...{ paymentId: payment.id, amountMinor, reason, why },
    ...{ actorId: actor.id, attemptKey: attempt },
  });
  if (!made.ok) {
    if (made.reason === 'not_found') throw new Response(null, { status: 404 });
    const status = made.reason === 'payments_unavailable' ? 503 : 422;
    return data({ errors: failures[made.reason], typed }, { status });
  }
  const ended =
    ends && payment.source === 'membership'
      ? await endByStaff(services, { membershipId: payment.sourceId, actorId: actor.id, why })
      : null;
  const outcome = ended && !ended.ok ? 'not_ended' : made.value.outcome;
  const to = `/admin/payments/${payment.id}?done=${outcome}`;
  return redirect(localPath(localeOf(args.request), to), 303);
}

export default function RefundPage() {
  const { paymentId, preview, typed, error, attempt } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href(`/admin/payments/${paymentId}`)}>{t('admin.payments')}</a>
      </p>
      <PageHead title={t('deskSupporter.refund.title')} />
      {preview === null ? (
        <Notice tone="bad">
          <p>{t('deskSupporter.refund.error.unavailable')}</p>
        </Notice>
      ) : preview.barrier ? (
        <Notice tone="warn">
          <p>{t(`deskSupporter.refund.barrier.${preview.barrier}`)}</p>
        </Notice>
      ) : (
        <RefundForm
          preview={preview}
          amount={{ typed, error }}
          attempt={attempt}
          typed={answer?.typed ?? {}}
          errors={answer?.errors ?? {}}
        />
      )}
    </>
  );
}
