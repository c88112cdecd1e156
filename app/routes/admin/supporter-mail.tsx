import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readMail } from '../../domain/outbox/list-mails.server.ts';
import { sendMailAgain } from '../../domain/outbox/send-mail-again.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { whyMaxLength } from '../../domain/supporters/why.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { sayKnown } from '../../ui/admin/known-message.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ReasonForm } from '../../ui/admin/reason-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { supporterOf } from './supporter-of.server.ts';
import { whyField } from './why-field.ts';

const form = z.object({ reason: whyField });

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('supporterActs.again'),
    isIndexed: false,
  });

export const headers = privatePage;

/** @throws Response 404 when there is no such mail to this person, or none that may go out again */
async function readAsked(args: LoaderFunctionArgs) {
  const person = await supporterOf(args);
  const id = z.uuid().safeParse(args.params['mail']);
  const mail = id.success
    ? await readMail(args.context.services, { recipient: person.email, mailId: id.data })
    : null;
  if (!mail?.mayGoAgain) throw new Response(null, { status: 404 });
  return { person, mail };
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('supporters.mail'));
  return readAsked(args);
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter: actor } = await requireRole(args, rolesWith('supporters.mail'));
  const { person, mail } = await readAsked(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { reason } = parsed.value;
  const sent = await sendMailAgain(args.context.services, {
    ...{ actorId: actor.id, supporterId: person.id, mailId: mail.id, reason },
  });
  if (sent.ok) {
    const to = `/admin/supporters/${person.id}?done=mailed`;
    return redirect(localPath(localeOf(args.request), to), 303);
  }
  if (sent.reason === 'gone' || sent.reason === 'not_safe') {
    throw new Response(null, { status: 404 });
  }
  const errors: Record<string, MessageKey> = { reason: `supporterActs.error.${sent.reason}` };
  return data({ errors, typed: { reason } }, { status: 409 });
}

export default function SendMailAgainPage() {
  const { person, mail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  const mails = href(`/admin/supporters/${person.id}/mails`);
  const template = sayKnown(t, `admin.mail.${mail.template}`, mail.template);
  return (
    <>
      <p className="kicker">
        <a href={mails}>{t('supporterActs.mailsOf', { email: person.email })}</a>
      </p>
      <PageHead title={t('supporterActs.againTitle', { template })}>
        <p className="desk-title__line">{t('supporterActs.againLead', { email: person.email })}</p>
      </PageHead>
      <ReasonForm
        hidden={{}}
        label={t('deskSupporter.refund.why')}
        submit={t('supporterActs.againSubmit')}
        back={{ label: t('supporterActs.mails'), to: mails }}
        maxLength={whyMaxLength}
        typed={answer?.typed['reason']}
        error={answer?.errors['reason']}
      />
    </>
  );
}
