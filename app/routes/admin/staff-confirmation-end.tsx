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
  isFreshlyConfirmed,
  setConfirmation,
} from '../../domain/supporters/staff/set-confirmation.server.ts';
import { staffReasonLimit } from '../../domain/supporters/staff/staff.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ReasonForm } from '../../ui/admin/reason-form.tsx';
import { ConfirmFirst } from '../../ui/admin/staff/confirm-first.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { reasonField } from './staff-form.ts';

const form = z.object({ reason: reasonField });

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('twoFactor.end.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireRole(args, rolesWith('staff.act'));
  return { isConfirmed: await isFreshlyConfirmed(args.context.services, sessionId) };
}

/** Opens the desk without a passkey again. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter, sessionId } = await requireRole(args, rolesWith('staff.act'));
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const ended = await setConfirmation(args.context.services, {
    ...{ actorId: supporter.id, sessionId, graceUntil: null, reason: parsed.value.reason },
  });
  if (!ended.ok) {
    const errors: FieldErrors = { reason: 'twoFactor.error.unconfirmed' };
    return data({ errors, typed }, { status: 422 });
  }
  return redirect(localPath(localeOf(args.request), '/admin/staff?done=confirmationEnded'), 303);
}

export default function StaffConfirmationEndPage() {
  const { isConfirmed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('twoFactor.end.title')}>
        <p className="desk-title__line">{t('twoFactor.end.definition')}</p>
      </PageHead>
      {isConfirmed ? (
        <ReasonForm
          hidden={{}}
          label={t('staff.form.reason')}
          submit={t('twoFactor.end.submit')}
          back={{ label: t('staff.back'), to: href('/admin/staff') }}
          maxLength={staffReasonLimit}
          typed={answer?.typed['reason']}
          error={answer?.errors['reason']}
        />
      ) : (
        <ConfirmFirst path="/admin/staff/confirmation/end" />
      )}
    </>
  );
}
