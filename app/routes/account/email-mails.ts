import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { readOpenEmailChange } from '../../domain/supporters/email-change/read-email-change.server.ts';
import { resendEmailChange } from '../../domain/supporters/email-change/resend-email-change.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitEmailChange } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const page = '/account/profile/email';

/** The button stands on the page of the change. */
export async function loader(args: LoaderFunctionArgs) {
  await requireSupporter(args);
  return redirect(localPath(localeOf(args.request), page));
}

/** Sends the mails of a change of address once more. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const { services } = args.context;
  const back = (done: string) =>
    redirect(localPath(localeOf(args.request), `${page}?done=${done}`), 303);
  const change = await readOpenEmailChange(services, supporter.id);
  if (!change) return back('nothing');
  const limit = await limitEmailChange(args, {
    supporterId: supporter.id,
    newEmail: change.newEmail,
  });
  if (!limit.ok) return back('too-often');
  return back((await resendEmailChange(services, supporter.id)) ? 'resent' : 'nothing');
}
