import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { sendTrial } from '../../domain/mail-texts/send-trial.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { mailOf } from './mail-text-form.ts';

/** Who signs in on the way here has nothing to post any more. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(localPath(localeOf(request), '/admin/mail-texts'), 302);
}

/** Sends a made-up mail with the saved words to whoever asks, at their own address. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('mailTexts.act'));
  const mail = mailOf(args.params);
  await sendTrial(args.context.services, {
    ...{ ...mail, supporterId: supporter.id, recipient: supporter.email },
  });
  const path = `/admin/mail-texts/${mail.template}/${mail.locale}?done=sent`;
  return redirect(localPath(localeOf(args.request), path), 303);
}
