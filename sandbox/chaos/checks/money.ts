import { sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { checkLedger } from '../../../app/domain/ledger/check-ledger.server.ts';
import { createLogger } from '../../../app/platform/logger.ts';
import { demoContext } from '../../demo/history/demo-context.ts';
import type { World } from './world.ts';

/** Each movement at Stripe is one row of `payments`, and the reverse; the ledger is Stripe's balance. */
export async function checkMoney(world: World): Promise<void> {
  await checkMovements(world);
  await checkBooks(world);
}

async function checkMovements({ stage, stripe, tally }: World): Promise<void> {
  const theirs = await listMovements(stripe);
  const { rows } = await stage.sql.db.execute<{ fact: string; net: string | null }>(sql`
    select kind || ' ' || stripe_object_id || ' ' || amount_minor || ' ' || currency as fact,
      net_minor as net
    from payments`);
  const ours = new Map<string, number>();
  for (const { fact, net } of rows) {
    ours.set(fact, (ours.get(fact) ?? 0) + 1);
    if (net === null) tally.found('a payment that was never settled', fact);
  }
  for (const fact of theirs) {
    const [kind = ''] = fact.split(' ');
    tally.count(`checked/movements: ${kind}`);
    if (!ours.has(fact)) tally.found('a movement that is not booked', fact);
  }
  for (const [fact, count] of ours) {
    if (count > 1) tally.found('a movement that is booked twice', `${fact}: ${count} times`);
    if (!theirs.has(fact)) tally.found('a booked movement that Stripe does not know', fact);
  }
}

/** By Stripe's own lists, each as `<kind> <object> <signed amount> <currency>`. */
async function listMovements(stripe: Stripe): Promise<Set<string>> {
  const found = new Set<string>();
  const add = (kind: string, { id, currency }: { id: string; currency: string }, amount: number) =>
    found.add(`${kind} ${id} ${amount} ${currency.toUpperCase()}`);
  for await (const charge of stripe.charges.list({ limit: 100 })) {
    if (charge.paid) add('charge', charge, charge.amount);
  }
  for await (const refund of stripe.refunds.list({ limit: 100 })) {
    if (refund.balance_transaction) add('refund', refund, -refund.amount);
    if (refund.failure_balance_transaction) add('refund_failure', refund, refund.amount);
  }
  for await (const dispute of stripe.disputes.list({ limit: 100 })) {
    const [withdrawn, reinstated] = dispute.balance_transactions;
    if (withdrawn) add('dispute', dispute, -dispute.amount);
    if (reinstated) add('dispute_reversal', dispute, dispute.amount);
  }
  return found;
}

async function checkBooks({ stage, tally }: World): Promise<void> {
  const { db } = stage.sql;
  const check = await checkLedger(demoContext(db, stage.env, createLogger('silent')));
  tally.count('checked/balance transactions', check.compared);
  for (const { balanceTransactionId, type, net } of check.missing) {
    const row = `${balanceTransactionId}, a ${type} of ${net.amountMinor} ${net.currency}`;
    tally.found('a balance transaction that is not in the ledger', row);
  }
  for (const differing of check.differing)
    tally.found('the ledger differs from Stripe', JSON.stringify(differing));
  for (const total of check.totals) {
    if (total.oursMinor !== total.theirsMinor)
      tally.found('the balance differs from Stripe', JSON.stringify(total));
  }
  const { rows } = await db.execute<{ id: string; sum: string }>(sql`
    select transaction_id as id, currency, sum(amount_minor) as sum from ledger_entries
    group by transaction_id, currency having sum(amount_minor) <> 0`);
  for (const row of rows) tally.found('a transaction that does not balance', JSON.stringify(row));
}
