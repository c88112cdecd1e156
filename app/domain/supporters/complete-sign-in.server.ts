import { and, eq, gt, isNull } from 'drizzle-orm';
import { sessions, signInRequests, supporters } from '../../db/schema/supporters.ts';
import { defaultLocale, isLocale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { findOrCreateSupporter } from './find-or-create-supporter.server.ts';
import { type SigningBrowser, openSession } from './open-session.server.ts';

export interface SignedIn {
  readonly token: string;
  readonly supporterId: string;
  readonly email: string;
  readonly returnTo: string | null;
}

interface UsedRequest {
  readonly email: string;
  readonly locale: string;
  readonly returnTo: string | null;
}

/**
 * What both ways in end with: the address is proven, its other open requests die, and the browser
 * gets a session. Caller's duty: a transaction in which the request was marked as used.
 */
export async function completeSignIn(
  tx: Ctx,
  request: UsedRequest,
  browser: SigningBrowser,
): Promise<SignedIn> {
  const now = tx.clock.now();
  const { email } = request;
  const { supporterId } = await findOrCreateSupporter(tx, {
    email,
    name: null,
    locale: isLocale(request.locale) ? request.locale : defaultLocale,
    country: null,
    stripeCustomerId: null,
  });
  await tx.db
    .update(signInRequests)
    .set({ usedAt: now })
    .where(and(eq(signInRequests.email, email), isNull(signInRequests.usedAt)));
  const proven = await tx.db
    .update(supporters)
    .set({ emailVerifiedAt: now })
    .where(and(eq(supporters.id, supporterId), isNull(supporters.emailVerifiedAt)))
    .returning({ id: supporters.id });
  if (proven.length > 0) {
    // Until now nobody had proven the address: whoever paid with it elsewhere may not be its owner.
    await tx.db
      .update(sessions)
      .set({ expiresAt: now })
      .where(
        and(
          eq(sessions.supporterId, supporterId),
          eq(sessions.openedBy, 'checkout'),
          gt(sessions.expiresAt, now),
        ),
      );
  }
  const { token } = await openSession(tx, { ...browser, supporterId, openedBy: 'mail' });
  return { token, supporterId, email, returnTo: request.returnTo };
}
