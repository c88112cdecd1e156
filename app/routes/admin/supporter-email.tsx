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
import { rolesWith } from '../../domain/reports/permissions.ts';
import { changeEmailByStaff } from '../../domain/supporters/email-change/change-email-by-staff.server.ts';
import { isEmailAddress, normaliseEmail } from '../../domain/supporters/email-address.ts';
import { readSupporter } from '../../domain/supporters/read-supporter.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { StaffEmailForm } from '../../ui/admin/merge/staff-email-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';

const form = z.object({
  email: z
    .string({ error: 'account.signIn.emailMissing' })
    .transform(normaliseEmail)
    .refine((email) => email !== '', { error: 'account.signIn.emailMissing', abort: true })
    .refine(isEmailAddress, 'account.signIn.emailWrong'),
  reason: z
    .string({ error: 'identity.staff.reasonMissing' })
    .trim()
    .min(1, 'identity.staff.reasonMissing')
    .max(mergeReasonMaxLength, 'identity.staff.reasonTooLong'),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('identity.staff.emailTitle'),
    isIndexed: false,
  });

export const headers = privatePage;

/** @throws Response 404 when the address names nobody whose address could be changed */
async function readPerson({ params, context }: LoaderFunctionArgs) {
  const id = z.uuid().safeParse(params['id']);
  const supporter = id.success ? await readSupporter(context.services, id.data) : null;
  if (!supporter) throw new Response(null, { status: 404 });
  return supporter;
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('supporters.identity'));
  const { id, email, name } = await readPerson(args);
  return { id, email, name };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter: actor } = await requireRole(args, rolesWith('supporters.identity'));
  const person = await readPerson(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { email, reason } = parsed.value;
  const changed = await changeEmailByStaff(args.context.services, {
    ...{ supporterId: person.id, newEmail: email, reason, actorId: actor.id },
  });
  if (changed.ok) {
    const to = `/admin/supporters/${person.id}?done=email`;
    return redirect(localPath(localeOf(args.request), to), 303);
  }
  if (changed.reason === 'not_found') throw new Response(null, { status: 404 });
  const error: MessageKey =
    changed.reason === 'taken' ? 'identity.staff.emailTaken' : 'identity.email.same';
  const errors: Record<string, MessageKey> = { email: error };
  return data({ errors, typed: { email, reason } }, { status: 422 });
}

export default function SupporterEmailPage() {
  const person = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href(`/admin/supporters/${person.id}`)}>{person.name ?? person.email}</a>
      </p>
      <PageHead title={t('identity.staff.emailTitle')}>
        <p className="desk-title__line">{t('identity.staff.emailDefinition')}</p>
      </PageHead>
      <p>{t('identity.staff.emailNow', { email: person.email })}</p>
      <StaffEmailForm personId={person.id} typed={answer?.typed} errors={answer?.errors} />
    </>
  );
}
