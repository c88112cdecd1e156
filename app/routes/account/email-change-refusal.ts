import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { refuseEmailChange } from '../../domain/supporters/email-change/confirm-email-change.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const secret = { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'same-origin' };

function linkPath({ request, params }: LoaderFunctionArgs): string {
  return localPath(localeOf(request), `/links/email-change/${params['token'] ?? ''}`);
}

/** The button stands on the link's own page. */
export function loader(args: LoaderFunctionArgs) {
  return redirect(linkPath(args), { headers: secret });
}

/** "This was not me": the change is stopped. The link's page says how it went. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const refused = await refuseEmailChange(args.context.services, args.params['token'] ?? '');
  const isTooLate = !refused.ok && refused.reason === 'done';
  return redirect(linkPath(args) + (isTooLate ? '?too-late' : ''), {
    status: 303,
    headers: secret,
  });
}
