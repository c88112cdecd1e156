import { sessions } from '../../db/schema/supporters.ts';
import { hashToken, newId, newToken } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';
import { type OpenedBy, sessionExpiry } from './session.ts';
import { signOut } from './sign-out.server.ts';

const userAgentMaxLength = 300;

/** What the browser that signs in told us, and the session it held until now. */
export interface SigningBrowser {
  readonly userAgent: string | null;
  /** Ended by signing in, so that no token lives on from before (OWASP: session fixation). */
  readonly previousToken: string | null;
}

/** Opens a session under a token that did not exist before. The token is for the cookie only; here rests its hash. */
export async function openSession(
  ctx: Ctx,
  input: SigningBrowser & {
    readonly supporterId: string;
    readonly openedBy: OpenedBy;
    /** Opened with a passkey whose device had verified its user. */
    readonly isConfirmed?: boolean;
  },
): Promise<{ token: string }> {
  const now = ctx.clock.now();
  const token = newToken();
  if (input.previousToken) await signOut(ctx, input.previousToken);
  await ctx.db.insert(sessions).values({
    id: newId(),
    tokenHash: hashToken(token),
    supporterId: input.supporterId,
    openedBy: input.openedBy,
    confirmedAt: input.isConfirmed ? now : null,
    userAgent: input.userAgent?.slice(0, userAgentMaxLength) ?? null,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionExpiry(now),
  });
  return { token };
}
