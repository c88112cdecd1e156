import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { dismissStuck } from '../../domain/pipeline/resolve-stuck.server.ts';
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
import { pipelineItem } from './pipeline-item.ts';
import { privatePage } from './private-page.ts';

const reasonMaxLength = 300;
const form = z.object({
  reason: z
    .string({ error: 'pipeline.reasonMissing' })
    .trim()
    .min(1, 'pipeline.reasonMissing')
    .max(reasonMaxLength, 'pipeline.reasonTooLong'),
});

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('pipeline.dismissTitle'), isIndexed: false });
};

export const headers = privatePage;

/** The row that the address names. @throws Response 404 when it names none. */
function itemOf(request: Request): z.output<typeof pipelineItem> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const item = pipelineItem.safeParse(query);
  if (!item.success) throw new Response(null, { status: 404 });
  return item.data;
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('pipeline.act'));
  return { item: itemOf(args.request) };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('pipeline.act'));
  const item = itemOf(args.request);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const dismissed = await dismissStuck(args.context.services, {
    item,
    reason: parsed.value.reason,
    actorId: supporter.id,
  });
  const done = dismissed.ok ? 'dismissed' : dismissed.reason;
  return redirect(localPath(localeOf(args.request), `/admin/pipeline?done=${done}`), 303);
}

export default function DismissalPage() {
  const { item } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('pipeline.dismissTitle')}>
        <p className="desk-title__line">{t('pipeline.dismissDefinition')}</p>
      </PageHead>
      <p>
        {t(`pipeline.kind.${item.kind}`)} <code>{item.id}</code>
      </p>
      <ReasonForm
        hidden={item}
        label={t('pipeline.dismissReason')}
        submit={t('pipeline.dismiss')}
        back={{ label: t('pipeline.back'), to: href('/admin/pipeline') }}
        maxLength={reasonMaxLength}
        typed={answer?.typed['reason']}
        error={answer?.errors['reason']}
      />
    </>
  );
}
