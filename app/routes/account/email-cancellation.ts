import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { cancelEmailChange } from '../../domain/supporters/email-change/cancel-email-change.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const page = '/account/profile/email';

/** The button stands on the page of the change. */
export async function loader(args: LoaderFunctionArgs) {
  await requireSupporter(args);
  return redirect(localPath(localeOf(args.request), page));
}

/** Calls a change of address off. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  await cancelEmailChange(args.context.services, supporter.id);
  return redirect(localPath(localeOf(args.request), `${page}?done=cancelled`), 303);
}
