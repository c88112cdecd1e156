import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { readInvitation } from '../../domain/supporters/staff/accept-invitation.server.ts';
import { withdrawInvitation } from '../../domain/supporters/staff/invite-staff.server.ts';
import { staffReasonLimit } from '../../domain/supporters/staff/staff.ts';
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
import { reasonField } from './staff-form.ts';

const form = z.object({ reason: reasonField });

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('staff.withdrawTitle'), isIndexed: false });
};

export const headers = privatePage;

/** @throws Response 404 when the address names no invitation. */
async function invitationOf({ params, context }: LoaderFunctionArgs) {
  const id = z.uuid().safeParse(params['id']);
  const invitation = id.success ? await readInvitation(context.services, id.data) : null;
  if (!invitation) throw new Response(null, { status: 404 });
  return invitation;
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('staff.act'));
  const { email } = await invitationOf(args);
  return { email };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('staff.act'));
  const { id } = await invitationOf(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const isDone = await withdrawInvitation(args.context.services, {
    ...{ actorId: supporter.id, invitationId: id, reason: parsed.value.reason },
  });
  const done = isDone ? 'withdrawn' : 'gone';
  return redirect(localPath(localeOf(args.request), `/admin/staff?done=${done}`), 303);
}

export default function WithdrawInvitationPage() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('staff.withdrawTitle')}>
        <p className="desk-title__line">{t('staff.withdrawDefinition', { email })}</p>
      </PageHead>
      <ReasonForm
        hidden={{}}
        label={t('staff.form.reason')}
        submit={t('staff.withdrawSubmit')}
        back={{ label: t('staff.back'), to: href('/admin/staff') }}
        maxLength={staffReasonLimit}
        typed={answer?.typed['reason']}
        error={answer?.errors['reason']}
      />
    </>
  );
}
