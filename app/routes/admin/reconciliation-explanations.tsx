import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { explainDifference } from '../../domain/reconciliation/explain-difference.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ReasonForm } from '../../ui/admin/reason-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';

const reasonMaxLength = 300;
const form = z.object({
  reason: z
    .string({ error: 'reconciliation.explanationMissing' })
    .trim()
    .min(1, 'reconciliation.explanationMissing')
    .max(reasonMaxLength, 'reconciliation.explanationTooLong'),
});

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('reconciliation.explainTitle'), isIndexed: false });
};

export const headers = privatePage;

/** The difference that the address names. @throws Response 404 when it names none. */
function idOf(request: Request): string {
  const id = z.uuid().safeParse(new URL(request.url).searchParams.get('id'));
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('reconciliation.act'));
  return { id: idOf(args.request) };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('reconciliation.act'));
  const differenceId = idOf(args.request);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const explained = await explainDifference(args.context.services, {
    differenceId,
    explanation: parsed.value.reason,
    actorId: supporter.id,
  });
  const done = explained.ok ? 'explained' : explained.reason;
  return redirect(localPath(localeOf(args.request), `/admin/reconciliation?done=${done}`), 303);
}

export default function ExplanationPage() {
  const { id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('reconciliation.explainTitle')}>
        <p className="desk-title__line">{t('reconciliation.explainDefinition')}</p>
      </PageHead>
      <ReasonForm
        hidden={{ id }}
        label={t('reconciliation.explanation')}
        submit={t('reconciliation.explain')}
        back={{ label: t('reconciliation.back'), to: href('/admin/reconciliation') }}
        maxLength={reasonMaxLength}
        typed={answer?.typed['reason']}
        error={answer?.errors['reason']}
      />
    </>
  );
}
