import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  type SubmitFailure,
  submitEvidence,
} from '../../domain/disputes/submit-evidence.server.ts';
import { readDisputeCase } from '../../domain/disputes/read-dispute-case.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { ConfirmDispute } from '../../ui/admin/disputes/confirm-dispute.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { type FieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { disputeReasonForm } from './dispute-reason-form.ts';
import { privatePage } from './private-page.ts';

const failures: Record<Exclude<SubmitFailure, 'not_found'>, MessageKey> = {
  not_answerable: 'disputes.error.notAnswerable',
  nothing_saved: 'disputes.error.nothingSaved',
  try_later: 'disputes.error.tryLater',
  refused: 'disputes.error.refused',
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('disputes.submit.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('disputes.act'));
  const view = await readDisputeCase(args.context.services, args.params['id'] ?? '');
  if (!view) throw new Response(null, { status: 404 });
  return view;
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('disputes.act'));
  const parsed = await parseForm(args.request, disputeReasonForm);
  if (!parsed.ok) {
    return data({ errors: parsed.errors, typed: parsed.typed['reason'] ?? '' }, { status: 422 });
  }
  const { reason } = parsed.value;
  const disputeId = args.params['id'] ?? '';
  const done = await submitEvidence(args.context.services, {
    ...{ disputeId, actorId: supporter.id, reason },
  });
  if (!done.ok) {
    if (done.reason === 'not_found') throw new Response(null, { status: 404 });
    const errors: FieldErrors = { form: failures[done.reason] };
    return data({ errors, typed: reason }, { status: done.reason === 'try_later' ? 503 : 422 });
  }
  const page = `/admin/disputes/${disputeId}?done=sent`;
  return redirect(localPath(localeOf(args.request), page), 303);
}

export default function SubmissionPage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ConfirmDispute
      act="submit"
      view={view}
      typed={answer?.typed ?? ''}
      errors={answer?.errors ?? {}}
    />
  );
}
