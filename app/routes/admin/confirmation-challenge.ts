import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { relyingPartyOf } from '../../domain/supporters/passkeys/passkey.ts';
import { askToConfirm } from '../../domain/supporters/passkeys/passkey-challenge.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { ensureBrowserKey } from '../../web/browser-key.server.ts';
import { requireStaff } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitPasskey } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { challengeResponse, tooManyChallenges } from '../account/challenge-response.server.ts';

/** A script asks here; a person who comes by is led to the page. */
export function loader({ request }: ActionFunctionArgs) {
  return redirect(localPath(localeOf(request), '/admin/confirmation'));
}

/** What a device is to sign so that the desk opens. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  assertSameOrigin(args.request);
  const { supporter } = await requireStaff(args);
  const limit = await limitPasskey(args);
  if (!limit.ok) return tooManyChallenges(limit.retryAfterSeconds);
  const ctx = args.context.services;
  const browser = ensureBrowserKey(args);
  const options = await askToConfirm(ctx, {
    relyingParty: relyingPartyOf(ctx.env.appUrl),
    supporterId: supporter.id,
    browserHash: browser.hash,
  });
  if (!options) return new Response(null, { status: 409 });
  return challengeResponse(options, browser.setCookie);
}
