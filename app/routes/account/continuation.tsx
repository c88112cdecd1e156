import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { continueMembership } from '../../domain/memberships/ending/continue-membership.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitEnding } from '../../web/rate-limits.server.ts';
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
  const limit = await limitEnding(args, supporter.id);
  const outcome = limit.ok ? await continueOne(args, supporter.id) : 'too_many';
  return redirect(
    localPath(localeOf(args.request), `/account/membership?continued=${outcome}`),
    303,
  );
}

async function continueOne(args: ActionFunctionArgs, supporterId: string): Promise<string> {
  const continued = await continueMembership(args.context.services, { whose: { supporterId } });
  return continued.ok ? 'yes' : continued.reason;
}
