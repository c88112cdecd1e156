import type { Ctx } from '../ports/context.ts';
import type { BalanceFacts } from '../ports/payments.ts';
import { post } from './post.server.ts';
import { postingOfBalance } from './posting.ts';

/**
 * Books balance transactions that belong to no payment of ours: payouts, fees of the account, what
 * others sell on it. Safe to repeat; answers how many were new.
 * Caller's duty: a transaction, and that none of them is a payment of ours, because a balance
 * transaction is booked once.
 */
export function recordBalance(ctx: Ctx, transactions: readonly BalanceFacts[]): Promise<number> {
  return post(
    ctx,
    transactions.map((facts) => ({ posting: postingOfBalance(facts), paymentId: null })),
    ctx.clock.now(),
  );
}
