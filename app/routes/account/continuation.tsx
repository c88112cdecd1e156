import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { undoCancellation } from '../../domain/memberships/undo-cancellation.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

/** The button stands on the membership's page, and that page says how it went. */
export async function loader(args: LoaderFunctionArgs) {
  await requireSupporter(args);
  return redirect(localPath(localeOf(args.request), '/account/membership'));
}

/** Takes a scheduled cancellation back. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const undone = await undoCancellation(args.context.services, { supporterId: supporter.id });
  const outcome = undone.ok ? 'yes' : undone.reason;
  return redirect(
    localPath(localeOf(args.request), `/account/membership?continued=${outcome}`),
    303,
  );
}
