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
import { readStaffMember } from '../../domain/supporters/staff/list-staff.server.ts';
import {
  type ResetFailure,
  resetPasskeys,
} from '../../domain/supporters/staff/reset-passkeys.server.ts';
import { staffReasonLimit } from '../../domain/supporters/staff/staff.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ReasonForm } from '../../ui/admin/reason-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { reasonField } from './staff-form.ts';

const form = z.object({ reason: reasonField });

const errors: Record<ResetFailure, FieldErrors> = {
  not_staff: { reason: 'staff.error.notStaff' },
  own: { reason: 'twoFactor.error.own' },
  none: { reason: 'twoFactor.error.none' },
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('twoFactor.reset.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('staff.act'));
  const id = z.uuid().safeParse(args.params['id']);
  const member = id.success ? await readStaffMember(args.context.services, id.data) : null;
  if (!member) throw new Response(null, { status: 404 });
  return { email: member.email, count: member.passkeys };
}

/** Takes the passkeys of somebody away whose device is lost. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('staff.act'));
  const id = z.uuid().safeParse(args.params['id']);
  if (!id.success) throw new Response(null, { status: 404 });
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const reset = await resetPasskeys(args.context.services, {
    ...{ actorId: supporter.id, supporterId: id.data, reason: parsed.value.reason },
  });
  if (!reset.ok) return data({ errors: errors[reset.reason], typed }, { status: 422 });
  return redirect(localPath(localeOf(args.request), '/admin/staff?done=reset'), 303);
}

export default function StaffPasskeysPage() {
  const { email, count } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('twoFactor.reset.title')}>
        <p className="desk-title__line">{t('twoFactor.reset.definition', { email, count })}</p>
      </PageHead>
      <ReasonForm
        hidden={{}}
        label={t('staff.form.reason')}
        submit={t('twoFactor.reset.submit')}
        back={{ label: t('staff.back'), to: href('/admin/staff') }}
        maxLength={staffReasonLimit}
        typed={answer?.typed['reason']}
        error={answer?.errors['reason']}
      />
    </>
  );
}
