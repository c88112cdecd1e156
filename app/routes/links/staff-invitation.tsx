import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  acceptInvitation,
  readInvitation,
} from '../../domain/supporters/staff/accept-invitation.server.ts';
import { readInvitationToken } from '../../domain/supporters/staff/invitation-token.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Button } from '../../ui/elements/button.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { sessionCookie, signingBrowser } from '../../web/session.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('staff.accept.title'),
    isIndexed: false,
  });

/** As the sign-in link's page: kept nowhere, told to no other site, and forms keep their Origin. */
export const headers: HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'same-origin',
});

function invitationIdOf({ params, context }: LoaderFunctionArgs): string | null {
  return readInvitationToken(context.services.env.appSecret, params['token'] ?? '');
}

/** Only looks: mail scanners open links, so opening one must not use it up. */
export async function loader(args: LoaderFunctionArgs) {
  const id = invitationIdOf(args);
  const invitation = id ? await readInvitation(args.context.services, id) : null;
  if (invitation?.state === 'live') {
    const { email, role } = invitation;
    return { state: 'live' as const, email, role };
  }
  // Of an invitation that is over, no address is shown any more.
  return data(
    { state: invitation?.state ?? ('expired' as const), email: null, role: null },
    { status: 410 },
  );
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const id = invitationIdOf(args);
  const { services } = args.context;
  const accepted = id
    ? await acceptInvitation(services, { invitationId: id, browser: signingBrowser(args) })
    : null;
  // The page itself says what is wrong with the link: its loader runs next.
  if (!accepted?.ok) return data(null, { status: 410 });
  return redirect(localPath(localeOf(args.request), '/admin'), {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(services.env, accepted.value.token) },
  });
}

export default function StaffInvitationPage() {
  const { state, email, role } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <div className="wrap">
      <div className="column">
        <h1>{t('staff.accept.title')}</h1>
        {state === 'live' ? (
          <>
            <p>{t('staff.accept.lead', { email })}</p>
            <p>{t(`staff.roleMeans.${role}`)}</p>
            <form method="post" className="sign-in__form">
              <Button look="accent">{t('staff.accept.submit')}</Button>
            </form>
          </>
        ) : (
          <>
            <p>{t(state === 'used' ? 'staff.accept.used' : 'staff.accept.expired')}</p>
            <p>
              <a href={href('/sign-in')}>{t('staff.accept.signIn')}</a>
            </p>
          </>
        )}
      </div>
    </div>
  );
}
