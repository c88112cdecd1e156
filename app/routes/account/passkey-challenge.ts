import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { relyingPartyOf } from '../../domain/supporters/passkeys/passkey.ts';
import { askToAdd } from '../../domain/supporters/passkeys/passkey-challenge.server.ts';
import { isFreshlySignedIn } from '../../domain/supporters/read-fresh-sign-in.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { ensureBrowserKey } from '../../web/browser-key.server.ts';
import { requireKeyHolder } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitPasskey } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { challengeResponse, tooManyChallenges } from './challenge-response.server.ts';

/** A script asks here; a person who comes by is led to the page. */
export function loader({ request }: ActionFunctionArgs) {
  return redirect(localPath(localeOf(request), '/account/passkeys'));
}

/** What a device is to sign so that its passkey is added. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  assertSameOrigin(args.request);
  const { supporter, sessionId } = await requireKeyHolder(args);
  const ctx = args.context.services;
  if (!(await isFreshlySignedIn(ctx, sessionId))) throw new Response(null, { status: 403 });
  const limit = await limitPasskey(args);
  if (!limit.ok) return tooManyChallenges(limit.retryAfterSeconds);
  const browser = ensureBrowserKey(args);
  const { name } = await readNewsroom(ctx);
  const options = await askToAdd(ctx, {
    supporter,
    newsroomName: name[localeOf(args.request)],
    relyingParty: relyingPartyOf(ctx.env.appUrl),
    browserHash: browser.hash,
  });
  return challengeResponse(options, browser.setCookie);
}
