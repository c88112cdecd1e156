import { sql } from 'drizzle-orm';
import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';
import type { Posting } from './posting.ts';

export interface PostingToWrite {
  readonly posting: Posting;
  readonly paymentId: string | null;
}

/**
 * Posts to the double-entry ledger; the sole writer of its two tables. A fact about a Stripe
 * object is posted once, however often it comes; answers how many were new. Two statements,
 * because the database seals a transaction with the statement that brings its entries.
 * Caller's duty: a transaction.
 */
export async function post(ctx: Ctx, items: readonly PostingToWrite[], now: Date): Promise<number> {
  if (items.length === 0) return 0;
  const { rows: inserted } = await ctx.db.execute<{
    id: string;
    fact: string;
    stripe_object_id: string;
  }>(sql`
    insert into ledger_transactions (id, fact, stripe_object_id, payment_id, occurred_at, recorded_at)
    select id, fact, object_id, payment_id, occurred_at, ${now}
    from jsonb_to_recordset(${JSON.stringify(items.map(toTransaction))}::jsonb) as r(
      id uuid, fact text, object_id text, payment_id uuid, occurred_at timestamptz)
    on conflict (fact, stripe_object_id) do nothing
    returning id, fact, stripe_object_id`);
  if (inserted.length === 0) return 0;
  const postings = new Map(
    items.map(({ posting }) => [`${posting.fact} ${posting.stripeObjectId}`, posting]),
  );
  const entries = inserted.flatMap((transaction) =>
    (postings.get(`${transaction.fact} ${transaction.stripe_object_id}`)?.entries ?? []).map(
      (entry) => ({
        transaction_id: transaction.id,
        account: entry.account,
        amount_minor: entry.amount.amountMinor,
        currency: entry.amount.currency,
      }),
    ),
  );
  await ctx.db.execute(sql`
    insert into ledger_entries (transaction_id, account, amount_minor, currency)
    select transaction_id, account, amount_minor, currency
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as r(
      transaction_id uuid, account text, amount_minor bigint, currency text)`);
  return inserted.length;
}

function toTransaction({ posting, paymentId }: PostingToWrite) {
  return {
    id: newId(),
    fact: posting.fact,
    object_id: posting.stripeObjectId,
    payment_id: paymentId,
    occurred_at: posting.occurredAt.toISOString(),
  };
}
