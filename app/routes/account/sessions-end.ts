import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { endSession } from '../../domain/supporters/end-session.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { signedOutHeaders } from '../../web/session.server.ts';

/** The button stands on the list of sessions. */
export async function loader(args: LoaderFunctionArgs) {
  await requireSupporter(args);
  return redirect(localPath(localeOf(args.request), '/account/sessions'));
}

/** Signs out on one device. One that is over already, or somebody else's, is answered the same. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter, sessionId: own } = await requireSupporter(args);
  const id = z.uuid().safeParse(args.params['id']);
  const locale = localeOf(args.request);
  if (!id.success) throw new Response(null, { status: 404 });
  await endSession(args.context.services, { supporterId: supporter.id, sessionId: id.data });
  if (id.data === own) {
    return redirect(localPath(locale, '/sign-in'), {
      status: 303,
      headers: signedOutHeaders(args),
    });
  }
  return redirect(localPath(locale, '/account/sessions?ended'), 303);
}
