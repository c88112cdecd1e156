import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { relyingPartyOf } from '../../domain/supporters/passkeys/passkey.ts';
import { askToSignIn } from '../../domain/supporters/passkeys/passkey-challenge.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { ensureBrowserKey } from '../../web/browser-key.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitPasskey } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { challengeResponse, tooManyChallenges } from './challenge-response.server.ts';

/** A script asks here; a person who comes by is led to the page. */
export function loader({ request }: ActionFunctionArgs) {
  return redirect(localPath(localeOf(request), '/sign-in'));
}

/** What a device is to sign so that its owner is signed in. The answer is the same for everybody. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  assertSameOrigin(args.request);
  const limit = await limitPasskey(args);
  if (!limit.ok) return tooManyChallenges(limit.retryAfterSeconds);
  const ctx = args.context.services;
  const browser = ensureBrowserKey(args);
  const options = await askToSignIn(ctx, {
    relyingParty: relyingPartyOf(ctx.env.appUrl),
    browserHash: browser.hash,
  });
  return challengeResponse(options, browser.setCookie);
}
