import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { signOut } from '../../domain/supporters/sign-out.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readSessionToken, signedOutHeaders } from '../../web/session.server.ts';

/** Signing out takes a POST, so that no link or picture on another page can do it. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(localPath(localeOf(request), '/account'));
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const token = readSessionToken(args);
  if (token) await signOut(args.context.services, token);
  return redirect(localPath(localeOf(args.request), '/'), {
    status: 303,
    headers: signedOutHeaders(args),
  });
}
