import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isEmailAddress, normaliseEmail } from '../../domain/supporters/email-address.ts';
import { requestSignIn } from '../../domain/supporters/request-sign-in.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { PasskeySignIn } from '../../ui/sign-in/passkey-sign-in.tsx';
import { SignInForm } from '../../ui/sign-in/sign-in-form.tsx';
import { WithSlot, slot } from '../../ui/sign-in/with-slot.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { ensureBrowserKey } from '../../web/browser-key.server.ts';
import { noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitSignIn } from '../../web/rate-limits.server.ts';
import { safeReturn } from '../../web/safe-return.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readViewer } from '../../web/session.server.ts';

const form = z.object({
  email: z
    .string({ error: 'account.signIn.emailMissing' })
    .transform(normaliseEmail)
    .refine((email) => email !== '', { error: 'account.signIn.emailMissing', abort: true })
    .refine(isEmailAddress, 'account.signIn.emailWrong'),
  next: z.string().optional().transform(safeReturn),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('account.signIn.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const next = safeReturn(new URL(args.request.url).searchParams.get('next'));
  const { supporter } = await readViewer(args);
  if (supporter) throw redirect(next ?? localPath(localeOf(args.request), '/account'));
  return { next };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const locale = localeOf(args.request);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ ...parsed, waitMinutes: null }, { status: 422 });
  const { email, next } = parsed.value;
  const limit = await limitSignIn(args, email);
  if (!limit.ok) {
    const waitMinutes = Math.ceil(limit.retryAfterSeconds / 60);
    return data(
      { errors: noFieldErrors, typed: { email, next: next ?? '' }, waitMinutes },
      { status: 429, headers: { 'Retry-After': String(limit.retryAfterSeconds) } },
    );
  }
  const browser = ensureBrowserKey(args);
  await requestSignIn(args.context.services, {
    email,
    locale,
    returnTo: next,
    browserHash: browser.hash,
  });
  return redirect(localPath(locale, '/sign-in/code'), {
    status: 303,
    headers: browser.setCookie ? { 'Set-Cookie': browser.setCookie } : {},
  });
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <div className="wrap">
      <div className="column">
        <h1>{t('account.signIn.title')}</h1>
        <p>{t('account.signIn.lead')}</p>
        {answer?.waitMinutes ? (
          <Notice tone="bad">
            <p>{t('account.signIn.tooMany', { minutes: answer.waitMinutes })}</p>
          </Notice>
        ) : null}
        <PasskeySignIn next={answer ? answer.typed['next'] || null : next} />
        <SignInForm
          next={answer ? answer.typed['next'] || null : next}
          typed={answer?.typed['email']}
          error={answer?.errors['email']}
        />
        <p className="meta">
          <WithSlot sentence={t('account.signIn.notYet', { link: slot })}>
            <a href={href('/donate')}>{t('account.signIn.notYetLink')}</a>
          </WithSlot>
        </p>
      </div>
    </div>
  );
}
