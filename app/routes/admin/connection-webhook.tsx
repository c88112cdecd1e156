import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { setUpEndpoint } from '../../domain/connections/set-up-endpoint.server.ts';
import { handledEventTypes } from '../../domain/ports/event-table.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ReasonForm } from '../../ui/admin/reason-form.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { reason } from './tier-form.ts';

interface Answer {
  readonly errors: Readonly<Record<string, MessageKey>>;
  readonly typed: string;
  readonly said: MessageKey | null;
  readonly isDone: boolean;
  readonly secret: string | null;
}
const nothing = { typed: '', said: null, isDone: false, secret: null };

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('connections.webhook'), isIndexed: false });
};

export const headers = privatePage;

const urlOf = ({ context }: LoaderFunctionArgs) => `${context.services.env.appUrl}/webhooks/stripe`;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('connections.act'));
  return { url: urlOf(args), count: handledEventTypes.length };
}

/** The secret is in this one answer and nowhere else: not in an address, not in the log. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('connections.act'));
  const answer = (parts: Partial<Answer>, status: number) =>
    data<Answer>({ ...nothing, errors: noFieldErrors, ...parts }, { status });
  const parsed = await parseForm(args.request, z.object({ reason }));
  if (!parsed.ok)
    return answer({ errors: parsed.errors, typed: parsed.typed['reason'] ?? '' }, 422);
  const done = await setUpEndpoint(args.context.services, {
    ...{ actorId: supporter.id, url: urlOf(args), reason: parsed.value.reason },
  });
  if (!done.ok) {
    const typed = parsed.value.reason;
    return done.reason === 'try_later'
      ? answer({ said: 'connections.webhookTryLater', typed }, 503)
      : answer({ said: 'connections.webhookRefused', typed }, 422);
  }
  const { secret } = done.value;
  const said = secret ? 'connections.webhookMade' : 'connections.webhookMended';
  return answer({ isDone: true, secret, said }, 200);
}

export default function WebhookPage() {
  const { url, count } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  const back = { label: t('connections.back'), to: href('/admin/connections') };
  return (
    <>
      <p className="kicker">
        <a href={back.to}>{back.label}</a>
      </p>
      <PageHead title={t('connections.webhookTitle')}>
        <p className="desk-title__line">{t('connections.webhookLine', { url, count })}</p>
      </PageHead>
      {answer?.said ? (
        <Notice tone={answer.isDone ? 'good' : 'bad'}>
          <p>{t(answer.said)}</p>
          {answer.secret ? (
            <p>
              {t('connections.webhookSecret')}: <code>{answer.secret}</code>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {answer?.isDone ? null : (
        <ReasonForm
          hidden={{}}
          label={t('deskForm.reason')}
          submit={t('connections.webhookSubmit')}
          back={back}
          maxLength={500}
          typed={answer?.typed}
          error={answer?.errors['reason']}
        />
      )}
    </>
  );
}
