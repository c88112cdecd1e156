import { eq, sql } from 'drizzle-orm';
import { ledgerTransactions, payouts } from '../../db/schema/ledger.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { PayoutFacts } from '../ports/payments.ts';
import { recordBalance } from './record-balance.server.ts';

/** matched: its content is booked and comes to its amount. waiting: Stripe does not list it (yet). */
export type PayoutOutcome =
  | { readonly state: 'matched' | 'waiting' }
  | {
      readonly state: 'differs';
      /** What the listed balance transactions come to, in minor units of the payout. */
      readonly contentMinor: number;
      /** Balance transactions in it that the ledger does not have. */
      readonly notBooked: readonly string[];
    };

/**
 * Books a payout, and the return of one that failed: paid can still become failed
 * (https://docs.stripe.com/payouts#payout-failures). Once Stripe lists what it is made of, holds
 * each part against the ledger, and the sum against the amount that goes to the bank.
 * @throws when Stripe can't be read; then nothing has changed.
 */
export async function recordPayout(ctx: Ctx, facts: PayoutFacts): Promise<PayoutOutcome> {
  const content = facts.isReconciled
    ? await ctx.payments.listBalanceOfPayout(facts.payoutId)
    : null;
  return inTransaction(ctx, async (tx) => {
    await recordBalance(tx, facts.balance);
    await writePayout(tx, facts);
    if (!content) return { state: 'waiting' };
    const booked = await findBooked(
      tx,
      content.map((part) => part.balanceTransactionId),
    );
    const contentMinor = content.reduce((sum, part) => sum + part.net.amountMinor, 0);
    const notBooked = content
      .map((part) => part.balanceTransactionId)
      .filter((id) => !booked.has(id));
    const isMatched =
      notBooked.length === 0 &&
      contentMinor === facts.amount.amountMinor &&
      content.every((part) => part.net.currency === facts.amount.currency);
    await tx.db
      .update(payouts)
      .set({
        contentCount: content.length,
        contentMinor,
        matchedAt: isMatched
          ? sql`coalesce(${payouts.matchedAt}, ${tx.clock.now().toISOString()}::timestamptz)`
          : null,
      })
      .where(eq(payouts.stripePayoutId, facts.payoutId));
    return isMatched ? { state: 'matched' } : { state: 'differs', contentMinor, notBooked };
  });
}

/** Writes how a payout stands. One that has failed or was cancelled never leaves again. */
export async function writePayout(ctx: Ctx, facts: PayoutFacts): Promise<void> {
  const now = {
    status: facts.status,
    failureCode: facts.failureCode,
    arrivesAt: facts.arrivesAt,
  };
  const over = sql.raw(`('failed', 'canceled')`);
  await ctx.db
    .insert(payouts)
    .values({
      stripePayoutId: facts.payoutId,
      amountMinor: facts.amount.amountMinor,
      currency: facts.amount.currency,
      isAutomatic: facts.isAutomatic,
      createdAt: facts.createdAt,
      ...now,
    })
    .onConflictDoUpdate({
      target: payouts.stripePayoutId,
      set: now,
      // paid -> failed happens, so of two readings at once only an older "paid" must not win.
      setWhere: sql`${payouts.status} not in ${over}`,
    });
}

async function findBooked(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select ${ledgerTransactions.stripeObjectId} as id from ${ledgerTransactions}
    where ${ledgerTransactions.fact} = 'settlement' and ${ledgerTransactions.stripeObjectId}
      in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`);
  return new Set(rows.map((row) => row.id));
}
