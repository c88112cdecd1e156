import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { type SigningBrowser, openSession } from '../open-session.server.ts';
import { readSigned } from './credential-shape.ts';
import type { RelyingParty } from './passkey.ts';
import { takeChallenge } from './passkey-challenge.server.ts';
import { usePasskey } from './use-passkey.server.ts';

/**
 * Signs in whoever holds a passkey of theirs. The answer is the same for an unknown passkey, a
 * removed or a stopped one, a wrong signature and a challenge past its time.
 */
export async function signInByPasskey(
  ctx: Ctx,
  input: {
    readonly relyingParty: RelyingParty;
    readonly browserHash: string | null;
    /** As the browser's script sends it. */
    readonly credential: string;
    readonly browser: SigningBrowser;
  },
): Promise<Result<{ token: string; supporterId: string }, 'refused'>> {
  const read = readSigned(input.credential);
  if (!read) return fail('refused');
  const isAsked = await takeChallenge(ctx, {
    ...{ challenge: read.challenge, purpose: 'signing_in' },
    ...{ browserHash: input.browserHash, supporterId: null },
  });
  if (!isAsked) return fail('refused');
  return inTransaction(ctx, async (tx) => {
    const used = await usePasskey(tx, {
      ...{ ...read, relyingParty: input.relyingParty, supporterId: null, mustVerifyUser: false },
    });
    if (!used) return fail('refused');
    const { supporterId, isUserVerified } = used;
    const { token } = await openSession(tx, {
      ...{ ...input.browser, supporterId, openedBy: 'passkey', isConfirmed: isUserVerified },
    });
    return ok({ token, supporterId });
  });
}
