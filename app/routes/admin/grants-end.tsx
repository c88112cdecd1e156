import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { grantReasonLimit } from '../../domain/grants/grant.ts';
import { readGrant } from '../../domain/grants/read-grant.server.ts';
import { revokeGrant } from '../../domain/grants/revoke-grant.server.ts';
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

const form = z.object({
  reason: z
    .string({ error: 'grants.error.reason' })
    .trim()
    .min(1, 'grants.error.reason')
    .max(grantReasonLimit, 'grants.error.reasonTooLong'),
});

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('grants.endTitle'), isIndexed: false });
};

export const headers = privatePage;

/** @throws Response 404 when the address names no grant. */
async function grantOf({ params, context }: LoaderFunctionArgs) {
  const id = z.uuid().safeParse(params['id']);
  const grant = id.success ? await readGrant(context.services, id.data) : null;
  if (!grant) throw new Response(null, { status: 404 });
  return grant;
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('grants.act'));
  const { supporter } = await grantOf(args);
  return { email: supporter.email };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('grants.act'));
  const { id } = await grantOf(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const revoked = await revokeGrant(args.context.services, {
    ...{ grantId: id, actorId: supporter.id, reason: parsed.value.reason },
  });
  const done = revoked.ok ? 'ended' : revoked.reason;
  return redirect(localPath(localeOf(args.request), `/admin/grants?done=${done}`), 303);
}

export default function EndGrantPage() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('grants.endTitle')}>
        <p className="desk-title__line">{t('grants.endDefinition', { email })}</p>
      </PageHead>
      <ReasonForm
        hidden={{}}
        label={t('grants.endReason')}
        submit={t('grants.endConfirm')}
        back={{ label: t('grants.back'), to: href('/admin/grants') }}
        maxLength={grantReasonLimit}
        typed={answer?.typed['reason']}
        error={answer?.errors['reason']}
      />
    </>
  );
}
