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
import {
  type ChangeRoleFailure,
  changeRole,
} from '../../domain/supporters/staff/change-role.server.ts';
import { readStaffMember } from '../../domain/supporters/staff/list-staff.server.ts';
import { roles } from '../../domain/supporters/viewer.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { RoleForm } from '../../ui/admin/staff/role-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { reasonField } from './staff-form.ts';

const form = z.object({
  role: z.enum(roles, { error: 'staff.error.role' }),
  reason: reasonField,
});

const errors: Record<ChangeRoleFailure, FieldErrors> = {
  not_staff: { role: 'staff.error.notStaff' },
  same_role: { role: 'staff.error.sameRole' },
  last_owner: { role: 'staff.error.lastOwner' },
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('staff.changeTitle'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('staff.act'));
  const id = z.uuid().safeParse(args.params['id']);
  const member = id.success ? await readStaffMember(args.context.services, id.data) : null;
  if (!member) throw new Response(null, { status: 404 });
  return { email: member.email, role: member.role };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('staff.act'));
  const id = z.uuid().safeParse(args.params['id']);
  if (!id.success) throw new Response(null, { status: 404 });
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const changed = await changeRole(args.context.services, {
    ...{ ...parsed.value, actorId: supporter.id, supporterId: id.data },
  });
  if (!changed.ok) return data({ errors: errors[changed.reason], typed }, { status: 422 });
  return redirect(localPath(localeOf(args.request), '/admin/staff?done=changed'), 303);
}

export default function StaffRolePage() {
  const { email, role } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  return (
    <>
      <PageHead title={t('staff.changeTitle')}>
        <p className="desk-title__line">{email}</p>
      </PageHead>
      <RoleForm
        hasAddress={false}
        typed={answer?.typed ?? { role }}
        errors={answer?.errors ?? {}}
        submit={t('staff.changeSubmit')}
      />
    </>
  );
}
