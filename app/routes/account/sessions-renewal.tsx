import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { freshMinutes } from '../../domain/supporters/session.ts';
import { requestSignIn } from '../../domain/supporters/request-sign-in.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Button } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { ensureBrowserKey } from '../../web/browser-key.server.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitSignIn } from '../../web/rate-limits.server.ts';
import { safeReturn } from '../../web/safe-return.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const form = z.object({ next: z.string().optional().transform(safeReturn) });

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('identity.renewal.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const next = safeReturn(new URL(args.request.url).searchParams.get('next'));
  return { next, email: supporter.email, minutes: freshMinutes };
}

/** Mails a link and a code to the address of whoever is signed in, and no other. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) throw new Response(null, { status: 400 });
  const limit = await limitSignIn(args, supporter.email);
  if (!limit.ok) {
    const waitMinutes = Math.ceil(limit.retryAfterSeconds / 60);
    return data({ waitMinutes }, { status: 429 });
  }
  const locale = localeOf(args.request);
  const browser = ensureBrowserKey(args);
  await requestSignIn(args.context.services, {
    email: supporter.email,
    locale,
    returnTo: parsed.value.next,
    browserHash: browser.hash,
  });
  return redirect(localPath(locale, '/sign-in/code'), {
    status: 303,
    headers: browser.setCookie ? { 'Set-Cookie': browser.setCookie } : {},
  });
}

export default function RenewalPage() {
  const { next, email, minutes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  return (
    <>
      <h1>{t('identity.renewal.title')}</h1>
      {answer ? (
        <Notice tone="bad">
          <p>{t('account.signIn.tooMany', { minutes: answer.waitMinutes })}</p>
        </Notice>
      ) : null}
      <p>{t('identity.renewal.lead', { email })}</p>
      <form method="post">
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <p className="account__acts">
          <Button look="accent">{t('identity.renewal.submit')}</Button>
        </p>
      </form>
      <p className="meta">{t('identity.renewal.minutes', { minutes })}</p>
    </>
  );
}
