import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { confirmEmailChange } from '../../domain/supporters/email-change/confirm-email-change.server.ts';
import { readEmailChangeLink } from '../../domain/supporters/email-change/read-email-change.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { EmailChangeLink } from '../../ui/account/email/email-change-link.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('identity.link.title'),
    isIndexed: false,
  });

/** As the sign-in link's page: kept nowhere, told to no other site, and forms keep their Origin. */
export const headers: HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'same-origin',
});

/** Only looks: mail scanners open links, so opening one must not use it up. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const link = await readEmailChangeLink(services, params['token'] ?? '');
  const isOpen = link !== null && ['live', 'confirmed', 'done'].includes(link.state);
  // Of a link that is over, no address is shown any more.
  const view = isOpen ? link : { state: link?.state ?? ('unknown' as const), mailbox: null };
  const isTooLate = new URL(request.url).searchParams.has('too-late');
  return data(
    { link: view, token: params['token'] ?? '', isTooLate },
    { status: isOpen || view.state === 'refused' ? 200 : 410 },
  );
}

/** One mailbox agrees. The page says how it stands: its loader runs next. */
export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  assertSameOrigin(request);
  const confirmed = await confirmEmailChange(services, params['token'] ?? '');
  return data(null, { status: confirmed.ok ? 200 : 410 });
}

export default function EmailChangeLinkPage() {
  const { link, token, isTooLate } = useLoaderData<typeof loader>();
  return <EmailChangeLink link={link} token={token} isTooLate={isTooLate} />;
}
