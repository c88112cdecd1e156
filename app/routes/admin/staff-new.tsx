import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { isEmailAddress, normaliseEmail } from '../../domain/supporters/email-address.ts';
import { inviteStaff } from '../../domain/supporters/staff/invite-staff.server.ts';
import { roles } from '../../domain/supporters/viewer.ts';
import { localPath, localeOfPath, locales } from '../../kernel/locale.ts';
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
  email: z
    .string()
    .default('')
    .transform(normaliseEmail)
    .refine(isEmailAddress, 'staff.error.email'),
  language: z.enum(locales).default('en'),
  role: z.enum(roles, { error: 'staff.error.role' }),
  reason: reasonField,
});

export const meta: MetaFunction = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('staff.invite'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('staff.act'));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('staff.act'));
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const { language, ...invitation } = parsed.value;
  const invited = await inviteStaff(args.context.services, {
    ...{ ...invitation, actorId: supporter.id, locale: language },
  });
  if (!invited.ok) {
    const errors: FieldErrors = { email: 'staff.error.already' };
    return data({ errors, typed }, { status: 422 });
  }
  return redirect(localPath(localeOf(args.request), '/admin/staff?done=invited'), 303);
}

export default function InviteStaffPage() {
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  return (
    <>
      <PageHead title={t('staff.invite')}>
        <p className="desk-title__line">{t('staff.form.definition')}</p>
      </PageHead>
      <RoleForm
        hasAddress
        typed={answer?.typed ?? {}}
        errors={answer?.errors ?? {}}
        submit={t('staff.form.submit')}
      />
    </>
  );
}
