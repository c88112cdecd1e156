import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { confirmSession } from '../../domain/supporters/passkeys/confirm-session.server.ts';
import { listPasskeys } from '../../domain/supporters/passkeys/keep-passkeys.server.ts';
import { relyingPartyOf } from '../../domain/supporters/passkeys/passkey.ts';
import { confirmedHours } from '../../domain/supporters/staff/confirmation.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ConfirmationPart } from '../../ui/admin/staff/confirmation-part.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { readBrowserHash } from '../../web/browser-key.server.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireStaff } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitPasskey } from '../../web/rate-limits.server.ts';
import { safeReturn } from '../../web/safe-return.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { sessionCookie } from '../../web/session.server.ts';
import { goOnTo } from './confirmation-next.ts';
import { privatePage } from './private-page.ts';

const form = z.object({
  credential: z.string().default(''),
  next: z.string().optional().transform(safeReturn),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('twoFactor.confirm.title'),
    isIndexed: false,
  });

export const headers = privatePage;

/** Where a member of the staff uses a passkey before the desk opens. It stands outside of the desk. */
export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireStaff(args);
  const own = await listPasskeys(args.context.services, supporter.id);
  const state =
    own.length === 0 ? 'add' : own.every(({ isSuspected }) => isSuspected) ? 'stopped' : 'use';
  const asked = new URL(args.request.url).searchParams.get('next');
  return { state, ...goOnTo(asked), hours: confirmedHours, email: supporter.email } as const;
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter, sessionId } = await requireStaff(args);
  const parsed = await parseForm(args.request, form);
  const { credential, next } = parsed.ok ? parsed.value : { credential: '', next: null };
  const limit = await limitPasskey(args);
  if (!limit.ok) {
    return data({ waitMinutes: Math.ceil(limit.retryAfterSeconds / 60) }, { status: 429 });
  }
  const { services } = args.context;
  const confirmed = await confirmSession(services, {
    ...{ supporterId: supporter.id, sessionId, credential },
    relyingParty: relyingPartyOf(services.env.appUrl),
    browserHash: readBrowserHash(args.request),
  });
  if (!confirmed.ok) return data({ waitMinutes: null }, { status: 422 });
  return redirect(next ?? localPath(localeOf(args.request), '/admin'), {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(services.env, confirmed.value.token) },
  });
}

export default function ConfirmationPage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  return (
    <div className="wrap">
      <div className="column">
        <h1>{t('twoFactor.confirm.title')}</h1>
        {answer ? (
          <Notice tone="bad">
            <p>
              {answer.waitMinutes
                ? t('twoFactor.confirm.tooMany', { minutes: answer.waitMinutes })
                : t('twoFactor.confirm.refused')}
            </p>
          </Notice>
        ) : null}
        {!answer && view.isNew ? (
          <Notice tone="good">
            <p>{t('twoFactor.confirm.added')}</p>
          </Notice>
        ) : null}
        <ConfirmationPart {...view} />
      </div>
    </div>
  );
}
