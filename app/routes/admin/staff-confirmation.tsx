import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { confirmedHours, graceDaysMost } from '../../domain/supporters/staff/confirmation.ts';
import {
  isFreshlyConfirmed,
  readConfirmationRule,
  setConfirmation,
} from '../../domain/supporters/staff/set-confirmation.server.ts';
import { dayAfter, dayIn, parseDay, startOfDay } from '../../kernel/dates.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ConfirmationForm } from '../../ui/admin/staff/confirmation-form.tsx';
import { ConfirmFirst } from '../../ui/admin/staff/confirm-first.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { reasonField } from './staff-form.ts';

const form = z.object({
  graceOn: z
    .string()
    .default('')
    .refine((day) => parseDay(day) !== null, 'twoFactor.error.grace')
    .transform((day) => day.trim()),
  reason: reasonField,
});

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('twoFactor.rule.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireRole(args, rolesWith('staff.act'));
  const ctx = args.context.services;
  const [{ timeZone }, rule, isConfirmed] = await Promise.all([
    readNewsroom(ctx),
    readConfirmationRule(ctx),
    isFreshlyConfirmed(ctx, sessionId),
  ]);
  return {
    isConfirmed,
    isOn: rule !== null,
    hours: confirmedHours,
    days: graceDaysMost,
    today: dayIn(ctx.clock.now(), timeZone),
    // The last day of it: the instant is where the next one begins.
    graceOn: rule ? dayIn(new Date(rule.graceUntil.getTime() - 1), timeZone) : '',
  };
}

/** Has the staff confirm with a passkey, with a last day for those who have none. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter, sessionId } = await requireRole(args, rolesWith('staff.act'));
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const ctx = args.context.services;
  const { timeZone } = await readNewsroom(ctx);
  const { graceOn, reason } = parsed.value;
  const set = await setConfirmation(ctx, {
    ...{ actorId: supporter.id, sessionId, reason },
    graceUntil: startOfDay(dayAfter(graceOn), timeZone),
  });
  if (!set.ok) {
    const errors: FieldErrors =
      set.reason === 'too_far'
        ? { graceOn: 'twoFactor.error.graceTooFar' }
        : { form: 'twoFactor.error.unconfirmed' };
    return data({ errors, typed }, { status: 422 });
  }
  return redirect(localPath(localeOf(args.request), '/admin/staff?done=confirmation'), 303);
}

export default function StaffConfirmationPage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  return (
    <>
      <PageHead title={t('twoFactor.rule.title')}>
        <p className="desk-title__line">{t('twoFactor.rule.definition', { hours: view.hours })}</p>
      </PageHead>
      {view.isConfirmed ? (
        <ConfirmationForm
          {...view}
          typed={answer?.typed ?? { graceOn: view.graceOn }}
          errors={answer?.errors ?? {}}
        />
      ) : (
        <ConfirmFirst path="/admin/staff/confirmation" />
      )}
    </>
  );
}
