import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readDisputeCase } from '../../domain/disputes/read-dispute-case.server.ts';
import {
  type SaveEvidenceFailure,
  saveEvidence,
} from '../../domain/disputes/save-evidence.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { parseAuditFilter } from '../../domain/reports/audit/audit-filter.ts';
import { listAudit } from '../../domain/reports/audit/list-audit.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { DisputeHistory } from '../../ui/admin/disputes/dispute-history.tsx';
import { DisputeFacts } from '../../ui/admin/disputes/dispute-facts.tsx';
import { EvidenceForm } from '../../ui/admin/disputes/evidence-form.tsx';
import { EvidenceSent } from '../../ui/admin/disputes/evidence-sent.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readMultipart } from '../../web/multipart.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { attachReceipt } from './attach-receipt.server.ts';
import { evidenceFormBytes, readEvidenceForm } from './evidence-form.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('disputes.title'), isIndexed: false });
};

export const headers = privatePage;

/** The log itself has the rest. */
const historyShown = 20;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('today.view'));
  const view = await readDisputeCase(args.context.services, args.params['id'] ?? '');
  if (!view) throw new Response(null, { status: 404 });
  const ctx = args.context.services;
  const { timeZone } = await readNewsroom(ctx);
  const history = await listAudit(ctx, {
    filter: { ...parseAuditFilter(new URLSearchParams()), subjectKind: 'dispute' },
    ...{ subjectId: view.dispute.disputeId, timeZone, after: null, limit: historyShown },
  });
  return {
    ...view,
    history: history.entries.map((entry) => ({ ...entry, address: null, userAgent: null })),
    stripeUrl: args.context.services.payments.dashboardUrl(view.dispute.disputeId),
    mayAct: may(role, 'disputes.act'),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

const failures: Record<Exclude<SaveEvidenceFailure, 'not_found'>, MessageKey> = {
  not_answerable: 'disputes.error.notAnswerable',
  changed: 'disputes.error.changed',
  files_too_large: 'disputes.error.filesTooLarge',
  kept_here: 'disputes.error.keptHere',
  refused: 'disputes.error.refused',
};

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('disputes.act'));
  const ctx = args.context.services;
  const disputeId = args.params['id'] ?? '';
  const form = await readMultipart(args.request, evidenceFormBytes);
  const { errors, texts, attachesReceipt, ...read } = readEvidenceForm(form);
  const answer = (problems: Readonly<Record<string, MessageKey>>, status: number) =>
    data({ errors: problems, texts }, { status });
  if (Object.keys(errors).length > 0) return answer(errors, 422);
  const receipt = attachesReceipt ? await attachReceipt(ctx, disputeId) : [];
  const saved = await saveEvidence(ctx, {
    ...{ disputeId, texts, actorId: supporter.id },
    ...{ removed: read.removed, revision: read.revision },
    added: [
      ...read.added.filter(({ field }) => field !== 'receipt' || !attachesReceipt),
      ...receipt,
    ],
  });
  const page = `/admin/disputes/${disputeId}`;
  if (saved.ok) {
    const next = form.fields['next'] === 'submit' ? `${page}/submission` : `${page}?done=saved`;
    return redirect(localPath(localeOf(args.request), next), 303);
  }
  if (saved.reason === 'not_found') throw new Response(null, { status: 404 });
  // What was kept here shows on the page itself; the rest is shown as it was typed.
  if (saved.reason === 'kept_here') {
    return redirect(localPath(localeOf(args.request), `${page}?done=kept`), 303);
  }
  return answer({ form: failures[saved.reason] }, saved.reason === 'changed' ? 409 : 422);
}

export default function DisputePage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  const { dispute, done, mayAct } = view;
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/disputes')}>{t('disputes.back')}</a>
      </p>
      <PageHead
        title={t(
          view.dispute.status.startsWith('warning_') ? 'disputes.inquiryTitle' : 'disputes.title',
        )}
      />
      {done === 'saved' && !answer ? <Notice tone="good">{t('disputes.saved')}</Notice> : null}
      {done === 'sent' ? <Notice tone="good">{t('disputes.sent')}</Notice> : null}
      {done === 'accepted' ? <Notice tone="good">{t('disputes.accepted')}</Notice> : null}
      {view.atStripe === null ? <Notice tone="warn">{t('disputes.stripeAway')}</Notice> : null}
      {view.draft && !view.draft.isAtStripe && view.isAnswerable ? (
        <Notice tone="warn">{t('disputes.keptHere')}</Notice>
      ) : null}
      <DisputeFacts {...view} />
      {view.isAnswerable && mayAct ? (
        <>
          <EvidenceForm
            reason={dispute.reason}
            texts={answer?.texts ?? view.texts}
            files={view.files}
            revision={view.draft?.revision ?? 0}
            hasReceipt={view.dispute.paymentId !== null && view.person !== null}
            errors={answer?.errors ?? {}}
          />
          <p className="more">
            <a href={href(`/admin/disputes/${dispute.disputeId}/acceptance`)}>
              {t('disputes.accept')}
            </a>{' '}
            {t('disputes.acceptNote')}
          </p>
        </>
      ) : (
        <EvidenceSent texts={view.texts} files={view.files} />
      )}
      <DisputeHistory entries={view.history} />
    </>
  );
}
