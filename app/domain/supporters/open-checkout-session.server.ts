import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { sessions, supporters } from '../../db/schema/supporters.ts';
import { addMs, hoursMs } from '../../kernel/dates.ts';
import { sameHash } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { openSession } from './open-session.server.ts';

/** A reader is back from paying within the hour; a day covers a bank's slow confirmation. */
const windowMs = 24 * hoursMs;

export interface CheckoutSessionInput {
  readonly supporterId: string;
  readonly supporterCreatedByThisOrder: boolean;
  /** Of the browser that began the order. */
  readonly orderBrowserHash: string | null;
  /** Of the browser that asks now. */
  readonly browserHash: string | null;
  readonly viewerSupporterId: string | null;
  readonly userAgent?: string | null;
}

/**
 * Signs a browser in after it has paid, or answers null. Only the browser that began the order,
 * and only into an account that this very order made: paying with somebody else's address must
 * never open that person's account. Signing out is final: afterwards the same thank-you page opens
 * nothing any more.
 */
export async function openSessionAfterCheckout(
  ctx: Ctx,
  input: CheckoutSessionInput,
): Promise<{ token: string } | null> {
  const { supporterId, orderBrowserHash, browserHash } = input;
  if (input.viewerSupporterId !== null) return null;
  if (!input.supporterCreatedByThisOrder) return null;
  if (orderBrowserHash === null || browserHash === null) return null;
  if (!sameHash(orderBrowserHash, browserHash)) return null;
  return inTransaction(ctx, async (tx) => {
    const now = ctx.clock.now();
    const fresh = await tx.db
      .select({ id: supporters.id })
      .from(supporters)
      .where(
        and(
          eq(supporters.id, supporterId),
          isNull(supporters.emailVerifiedAt),
          gt(supporters.createdAt, addMs(now, -windowMs)),
        ),
      )
      .for('update');
    if (fresh.length === 0) return null;
    const ended = await tx.db
      .select({ count: sql<string>`count(*)` })
      .from(sessions)
      .where(and(eq(sessions.supporterId, supporterId), lte(sessions.expiresAt, now)));
    if (Number(ended[0]?.count ?? 0) > 0) return null;
    return openSession(tx, {
      supporterId,
      openedBy: 'checkout',
      userAgent: input.userAgent ?? null,
      previousToken: null,
    });
  });
}
