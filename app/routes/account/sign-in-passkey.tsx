import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { relyingPartyOf } from '../../domain/supporters/passkeys/passkey.ts';
import { signInByPasskey } from '../../domain/supporters/passkeys/sign-in-by-passkey.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { PasskeySignIn } from '../../ui/sign-in/passkey-sign-in.tsx';
import { SignInForm } from '../../ui/sign-in/sign-in-form.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { readBrowserHash } from '../../web/browser-key.server.ts';
import { parseForm } from '../../web/forms.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitPasskey } from '../../web/rate-limits.server.ts';
import { safeReturn } from '../../web/safe-return.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readViewer, sessionCookie, signingBrowser } from '../../web/session.server.ts';

const form = z.object({
  credential: z.string().default(''),
  next: z.string().optional().transform(safeReturn),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('passkeys.signIn.title'),
    isIndexed: false,
  });

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' });

/** The page answers a form; by itself it offers the same two ways in. */
export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await readViewer(args);
  if (supporter) throw redirect(localPath(localeOf(args.request), '/account'));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const parsed = await parseForm(args.request, form);
  const { credential, next } = parsed.ok ? parsed.value : { credential: '', next: null };
  const limit = await limitPasskey(args);
  if (!limit.ok) {
    const waitMinutes = Math.ceil(limit.retryAfterSeconds / 60);
    return data({ waitMinutes, next }, { status: 429 });
  }
  const { services } = args.context;
  const signedIn = await signInByPasskey(services, {
    relyingParty: relyingPartyOf(services.env.appUrl),
    browserHash: readBrowserHash(args.request),
    credential,
    browser: signingBrowser(args),
  });
  if (!signedIn.ok) return data({ waitMinutes: null, next }, { status: 422 });
  return redirect(next ?? localPath(localeOf(args.request), '/account'), {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(services.env, signedIn.value.token) },
  });
}

export default function SignInPasskey() {
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  const next = answer?.next ?? null;
  return (
    <div className="wrap">
      <div className="column">
        <h1>{t('passkeys.signIn.title')}</h1>
        {answer ? (
          <Notice tone="bad">
            <p>
              {answer.waitMinutes
                ? t('passkeys.signIn.tooMany', { minutes: answer.waitMinutes })
                : t('passkeys.signIn.refused')}
            </p>
          </Notice>
        ) : null}
        {/* One that was refused just now must not be offered, and refused, again and again. */}
        <PasskeySignIn next={next} suggests={false} />
        <SignInForm next={next} />
      </div>
    </div>
  );
}
