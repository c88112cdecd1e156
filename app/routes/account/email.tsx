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
import { isEmailAddress, normaliseEmail } from '../../domain/supporters/email-address.ts';
import { readOpenEmailChange } from '../../domain/supporters/email-change/read-email-change.server.ts';
import { requestEmailChange } from '../../domain/supporters/email-change/request-email-change.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { EmailForm } from '../../ui/account/email/email-form.tsx';
import { EmailNews, emailNews } from '../../ui/account/email/email-news.tsx';
import { PendingChange } from '../../ui/account/email/pending-change.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireFreshSignIn } from '../../web/fresh-sign-in.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitEmailChange } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const form = z.object({
  email: z
    .string({ error: 'account.signIn.emailMissing' })
    .transform(normaliseEmail)
    .refine((email) => email !== '', { error: 'account.signIn.emailMissing', abort: true })
    .refine(isEmailAddress, 'account.signIn.emailWrong'),
});
const page = '/account/profile/email';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('identity.email.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const { services } = args.context;
  const change = await readOpenEmailChange(services, supporter.id);
  // Asked for before anything is typed, so that nothing typed is lost.
  if (!change) await requireFreshSignIn(args, page);
  const newsroom = await readNewsroom(services);
  return {
    email: supporter.email,
    contactEmail: newsroom.contactEmail,
    timeZone: newsroom.timeZone,
    change: change && { ...change, expiresAt: change.expiresAt.toISOString() },
    news: emailNews(new URL(args.request.url).searchParams.get('done')),
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter, sessionId } = await requireFreshSignIn(args, page);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ ...parsed, waitMinutes: null }, { status: 422 });
  const newEmail = parsed.value.email;
  const typed = { email: newEmail };
  const limit = await limitEmailChange(args, { supporterId: supporter.id, newEmail });
  if (!limit.ok) {
    const waitMinutes = Math.ceil(limit.retryAfterSeconds / 60);
    return data(
      { errors: noFieldErrors, typed, waitMinutes },
      { status: 429, headers: { 'Retry-After': String(limit.retryAfterSeconds) } },
    );
  }
  const locale = localeOf(args.request);
  const asked = await requestEmailChange(args.context.services, {
    ...{ supporterId: supporter.id, sessionId, newEmail, locale },
  });
  if (!asked.ok) {
    const errors = { email: 'identity.email.same' as const };
    return data({ errors, typed, waitMinutes: null }, { status: 422 });
  }
  return redirect(localPath(locale, page), 303);
}

export default function EmailPage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  const errors: Readonly<Record<string, (typeof noFieldErrors)[string]>> = answer?.errors ?? {};
  return (
    <>
      <h1>{t('identity.email.title')}</h1>
      <EmailNews news={view.news} waitMinutes={answer?.waitMinutes ?? null} />
      <p>{t('identity.email.now', { email: view.email })}</p>
      {view.change ? (
        <PendingChange change={view.change} oldEmail={view.email} timeZone={view.timeZone} />
      ) : null}
      <EmailForm
        isAnother={view.change !== null}
        typed={answer?.typed['email']}
        error={errors['email']}
      />
      <p className="meta">{t('identity.email.lostOld', { email: view.contactEmail })}</p>
    </>
  );
}
