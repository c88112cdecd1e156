import { sql } from 'drizzle-orm';
import { type Money, money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import type { BalanceFacts } from '../ports/payments.ts';

export interface LedgerCheck {
  readonly compared: number;
  /** Balance transactions that are booked as Stripe has them. */
  readonly agreeing: readonly string[];
  /** Balance transactions of Stripe's that we have not booked. */
  readonly missing: readonly BalanceFacts[];
  /** Booked ones that Stripe does not know, or knows with another net. */
  readonly differing: readonly {
    balanceTransactionId: string;
    ours: Money;
    theirs: Money | null;
  }[];
  /** The sum of the Stripe balance account per currency beside the sum of Stripe's own nets. */
  readonly totals: readonly { currency: string; oursMinor: number; theirsMinor: number }[];
}

export function ledgerAgrees(check: LedgerCheck): boolean {
  return (
    check.missing.length === 0 &&
    check.differing.length === 0 &&
    check.totals.every((total) => total.oursMinor === total.theirsMinor)
  );
}

/**
 * Compares the ledger with Stripe's balance transactions, to the cent and both ways.
 * @param since only what was created from then on; null = everything there ever was
 * @param onPage called after each page that was read
 */
export async function checkLedger(
  ctx: Ctx,
  { since, onPage }: { since: Date | null; onPage?: () => Promise<void> } = { since: null },
): Promise<LedgerCheck> {
  const theirs = new Map<string, BalanceFacts>();
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor; isFirst = false) {
    const page = await ctx.payments.listBalance({ cursor, since });
    for (const facts of page.transactions) theirs.set(facts.balanceTransactionId, facts);
    cursor = page.nextCursor;
    await onPage?.();
  }
  const ours = await readBooked(ctx, since, [...theirs.keys()]);
  const missing = [...theirs.values()].filter((facts) => !ours.has(facts.balanceTransactionId));
  const differing = [...ours]
    .map(([balanceTransactionId, net]) => ({
      balanceTransactionId,
      ours: net,
      theirs: theirs.get(balanceTransactionId)?.net ?? null,
    }))
    .filter(
      (pair) =>
        pair.theirs?.amountMinor !== pair.ours.amountMinor ||
        (pair.theirs.currency !== pair.ours.currency && pair.ours.amountMinor !== 0),
    );
  const wrong = new Set([...missing, ...differing].map((one) => one.balanceTransactionId));
  return {
    compared: theirs.size,
    agreeing: [...theirs.keys()].filter((id) => !wrong.has(id)),
    missing,
    differing,
    totals: totalsOf(
      [...ours.values()],
      [...theirs.values()].map((facts) => facts.net),
    ),
  };
}

/** What the ledger says each balance transaction did to Stripe's balance. */
async function readBooked(
  ctx: Ctx,
  since: Date | null,
  listed: readonly string[],
): Promise<Map<string, Money>> {
  // A movement is never dated after its balance transaction, so whatever we date later must be listed;
  // what is listed may be dated earlier.
  const { rows } = await ctx.db.execute<{ id: string; minor: string; currency: string }>(sql`
    select t.stripe_object_id as id, e.currency,
      coalesce(sum(e.amount_minor) filter (where e.account = 'stripe_balance'), 0) as minor
    from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
    where t.fact = 'settlement' and (${
      since
        ? sql`t.occurred_at >= ${since.toISOString()}::timestamptz or t.stripe_object_id
          in (select jsonb_array_elements_text(${JSON.stringify(listed)}::jsonb))`
        : sql`true`
    })
    group by t.stripe_object_id, e.currency`);
  return new Map(rows.map((row) => [row.id, money(Number(row.minor), row.currency)]));
}

function totalsOf(ours: readonly Money[], theirs: readonly Money[]): LedgerCheck['totals'] {
  const sumIn = (all: readonly Money[], currency: string) =>
    all.reduce((sum, item) => sum + (item.currency === currency ? item.amountMinor : 0), 0);
  const currencies = [...new Set([...ours, ...theirs].map((item) => item.currency))].sort();
  return currencies.map((currency) => ({
    currency,
    oursMinor: sumIn(ours, currency),
    theirsMinor: sumIn(theirs, currency),
  }));
}
