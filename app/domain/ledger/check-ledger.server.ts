import { sql } from 'drizzle-orm';
import { ledgerEntries, payments } from '../../db/schema/ledger.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';

export interface LedgerCheck {
  /** Balance transactions of Stripe's that we have not booked. */
  readonly missing: readonly { balanceTransactionId: string; type: string; net: Money }[];
  /** Booked ones that Stripe does not know, or knows with another net. */
  readonly differing: readonly {
    balanceTransactionId: string;
    ours: Money;
    theirs: Money | null;
  }[];
  /** The Stripe balance account's total per currency beside the sum of Stripe's own nets. */
  readonly totals: readonly { currency: string; oursMinor: number; theirsMinor: number }[];
}

export function ledgerAgrees(check: LedgerCheck): boolean {
  return (
    check.missing.length === 0 &&
    check.differing.length === 0 &&
    check.totals.every((total) => total.oursMinor === total.theirsMinor)
  );
}

/** Types of balance transactions that are not a supporter's payment: the newsroom's own transfers out. */
const notPayments = new Set(['payout', 'payout_cancel', 'payout_failure', 'stripe_fee']);

/** Compares the whole ledger with Stripe's balance transactions, to the cent. */
export async function checkLedger(ctx: Ctx): Promise<LedgerCheck> {
  const booked = await ctx.db
    .select({
      id: payments.stripeBalanceTransactionId,
      netMinor: payments.netMinor,
      currency: payments.settlementCurrency,
    })
    .from(payments)
    .where(sql`${payments.stripeBalanceTransactionId} is not null`);
  const ours = new Map(
    booked.map((row) => [row.id ?? '', money(row.netMinor ?? 0, row.currency ?? '')]),
  );
  const theirs = new Map<string, Money>();
  const theirTotals = new Map<string, number>();
  const missing: { balanceTransactionId: string; type: string; net: Money }[] = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor; isFirst = false) {
    const page = await ctx.payments.listBalance({ cursor, since: null });
    for (const { balanceTransactionId, type, net } of page.transactions) {
      if (notPayments.has(type)) continue;
      theirs.set(balanceTransactionId, net);
      theirTotals.set(net.currency, (theirTotals.get(net.currency) ?? 0) + net.amountMinor);
      if (!ours.has(balanceTransactionId)) missing.push({ balanceTransactionId, type, net });
    }
    cursor = page.nextCursor;
  }
  const differing = [...ours]
    .map(([balanceTransactionId, net]) => ({
      balanceTransactionId,
      ours: net,
      theirs: theirs.get(balanceTransactionId) ?? null,
    }))
    .filter(
      (pair) =>
        pair.theirs?.amountMinor !== pair.ours.amountMinor ||
        pair.theirs.currency !== pair.ours.currency,
    );
  const ledgerTotals = await ctx.db
    .select({
      currency: ledgerEntries.currency,
      sumMinor: sql<string>`sum(${ledgerEntries.amountMinor})`,
    })
    .from(ledgerEntries)
    .where(sql`${ledgerEntries.account} = 'stripe_balance'`)
    .groupBy(ledgerEntries.currency);
  const ourTotals = new Map(ledgerTotals.map((row) => [row.currency, Number(row.sumMinor)]));
  const currencies = [...new Set([...ourTotals.keys(), ...theirTotals.keys()])].sort();
  return {
    missing,
    differing,
    totals: currencies.map((currency) => ({
      currency,
      oursMinor: ourTotals.get(currency) ?? 0,
      theirsMinor: theirTotals.get(currency) ?? 0,
    })),
  };
}
