import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { withdrawChange } from '../../domain/memberships/changes/withdraw-change.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

/** The button stands on the membership's page, and that page says how it went. */
export async function loader(args: LoaderFunctionArgs) {
  await requireSupporter(args);
  return redirect(localPath(localeOf(args.request), '/account/membership'));
}

/** Takes back a change that waits. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const withdrawn = await withdrawChange(args.context.services, { supporterId: supporter.id });
  const outcome = withdrawn.ok ? 'yes' : withdrawn.reason;
  return redirect(
    localPath(localeOf(args.request), `/account/membership?withdrawn=${outcome}`),
    303,
  );
}
