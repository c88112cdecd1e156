import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mergeReasonMaxLength } from '../../domain/privacy/merge.ts';
import { mergeSupporters, previewMerge } from '../../domain/privacy/merge-supporters.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { findSupporters } from '../../domain/supporters/find-supporters.server.ts';
import { readSupporter } from '../../domain/supporters/read-supporter.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { MergePreview } from '../../ui/admin/merge/merge-preview.tsx';
import { MergeProblemNotice } from '../../ui/admin/merge/merge-problem.tsx';
import { MergeSearch } from '../../ui/admin/merge/merge-search.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ReasonForm } from '../../ui/admin/reason-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';

const form = z.object({
  with: z.uuid(),
  reason: z
    .string({ error: 'identity.staff.reasonMissing' })
    .trim()
    .min(1, 'identity.staff.reasonMissing')
    .max(mergeReasonMaxLength, 'identity.staff.reasonTooLong'),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('identity.merge.title'),
    isIndexed: false,
  });

export const headers = privatePage;

/** @throws Response 404 when the address names nobody */
async function readKept({ params, context }: LoaderFunctionArgs) {
  const id = z.uuid().safeParse(params['id']);
  const kept = id.success ? await readSupporter(context.services, id.data) : null;
  if (!kept) throw new Response(null, { status: 404 });
  return kept;
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('supporters.identity'));
  const { services } = args.context;
  const kept = await readKept(args);
  const query = new URL(args.request.url).searchParams;
  const words = query.get('q') ?? '';
  const other = z.uuid().safeParse(query.get('with'));
  return {
    kept: { id: kept.id, name: kept.name, email: kept.email },
    words,
    found: await findSupporters(services, { words, exceptId: kept.id }),
    preview: other.success
      ? await previewMerge(services, { keptId: kept.id, mergedId: other.data })
      : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter: actor } = await requireRole(args, rolesWith('supporters.identity'));
  const kept = await readKept(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ ...parsed, problem: null }, { status: 422 });
  const merged = await mergeSupporters(args.context.services, {
    keptId: kept.id,
    mergedId: parsed.value.with,
    reason: parsed.value.reason,
    actorId: actor.id,
  });
  if (!merged.ok) {
    const typed: Record<string, string> = { reason: parsed.value.reason };
    return data({ errors: noFieldErrors, typed, problem: merged.reason }, { status: 409 });
  }
  const to = `/admin/supporters/${kept.id}?done=merged`;
  return redirect(localPath(localeOf(args.request), to), 303);
}

export default function MergePage() {
  const { kept, words, found, preview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  const problem = answer?.problem ?? preview?.problem ?? null;
  return (
    <>
      <p className="kicker">
        <a href={href(`/admin/supporters/${kept.id}`)}>{kept.name ?? kept.email}</a>
      </p>
      <PageHead title={t('identity.merge.title')}>
        <p className="desk-title__line">{t('identity.merge.definition')}</p>
      </PageHead>
      <div className="report-stack">
        {problem ? <MergeProblemNotice problem={problem} /> : null}
        {preview ? (
          <>
            <MergePreview kept={preview.kept} merged={preview.merged} />
            {problem ? null : (
              <ReasonForm
                hidden={{ with: preview.merged.id }}
                label={t('identity.merge.reason')}
                submit={t('identity.merge.submit')}
                back={{
                  label: t('identity.staff.back'),
                  to: href(`/admin/supporters/${kept.id}`),
                }}
                maxLength={mergeReasonMaxLength}
                typed={answer?.typed['reason']}
                error={answer?.errors['reason']}
              />
            )}
          </>
        ) : null}
        {preview && !problem ? null : <MergeSearch keptId={kept.id} words={words} found={found} />}
      </div>
    </>
  );
}
