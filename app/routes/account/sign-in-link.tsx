import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readSignInLink, signInByLink } from '../../domain/supporters/sign-in-by-link.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Button } from '../../ui/elements/button.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { SignInForm } from '../../ui/sign-in/sign-in-form.tsx';
import { WithSlot, slot } from '../../ui/sign-in/with-slot.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { localeOf } from '../../web/locale.ts';
import { forgiveSignIn } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readViewer, sessionCookie, signingBrowser } from '../../web/session.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('account.link.title'),
    isIndexed: false,
  });

/**
 * The address is a secret: it is kept nowhere and told to no other site. Not `no-referrer`: under
 * it browsers send the form itself with `Origin: null`, which no defence against forgery can take.
 */
export const headers: HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'same-origin',
});

/** Only looks: mail scanners open links, so opening one must not use it up. */
export async function loader(args: LoaderFunctionArgs) {
  const link = await readSignInLink(args.context.services, args.params['token'] ?? '');
  const { supporter } = await readViewer(args);
  return data(
    { ...link, isSignedIn: supporter !== null },
    { status: link.state === 'live' ? 200 : 410 },
  );
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { services } = args.context;
  const signedIn = await signInByLink(services, {
    token: args.params['token'] ?? '',
    browser: signingBrowser(args),
  });
  // The page itself says what is wrong with the link: its loader runs next.
  if (!signedIn.ok) return data(null, { status: 410 });
  const { email, token, returnTo } = signedIn.value;
  await forgiveSignIn(args, email);
  return redirect(returnTo ?? localPath(localeOf(args.request), '/account'), {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(services.env, token) },
  });
}

export default function SignInLink() {
  const { state, email, isSignedIn } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  if (state !== 'live') {
    return (
      <div className="wrap">
        <div className="column">
          <h1>{t(`account.link.${state}Title`)}</h1>
          <p>{t(`account.link.${state}`)}</p>
          {isSignedIn ? (
            <p>
              <a href={href('/account')}>{t('account.link.toAccount')}</a>
            </p>
          ) : (
            <SignInForm next={null} submit={t('account.link.again')} />
          )}
        </div>
      </div>
    );
  }
  return (
    <div className="wrap">
      <div className="column">
        <h1>{t('account.link.title')}</h1>
        <p>
          <WithSlot sentence={t('account.link.lead', { email: slot })}>
            <span className="sign-in__address">{email}</span>
          </WithSlot>
        </p>
        <form method="post" className="sign-in__form">
          <Button look="accent">{t('account.link.submit')}</Button>
        </form>
        <p className="meta">{t('account.link.notYou')}</p>
      </div>
    </div>
  );
}
