import { sql } from 'drizzle-orm';
import { checkLedger } from '../../app/domain/ledger/check-ledger.server.ts';
import { decideEntitlement } from '../../app/domain/entitlements/decide-entitlement.server.ts';
import type { Engine } from '../stripe/engine/engine.ts';
import type { TestProduct } from '../testing/product.ts';
import type { Order } from './perform.ts';
import { emailOf } from './reader.ts';
import { readersInHistory } from './operation.ts';

/** All that a newsroom relies on, in words that two runs of the same history share. */
export type State = Record<string, readonly string[]>;

/**
 * Reads what the product holds. Ids differ between two runs, so rows are named by the operation
 * that made them, and Stripe's objects by their place in the order of creation.
 */
export async function readState(product: TestProduct, orders: readonly Order[]): Promise<State> {
  const names = new Map([...namesOfOrders(orders), ...namesOfObjects(product.stripe.engine)]);
  const read = async (query: ReturnType<typeof sql>): Promise<string[]> => {
    const { rows } = await product.services.db.execute(query);
    return rows.map((row) => describe(row, names)).sort();
  };
  return {
    donations: await read(sql`
      select d.id, d.status, d.amount_minor, d.currency, d.returned_minor, d.paid_at, d.failure_code,
        d.payment_intent_id, s.email
      from donations d left join supporters s on s.id = d.supporter_id`),
    memberships: await read(sql`
      select m.id, m.status, m.amount_minor, m.currency, m.interval, m.current_period_start,
        m.current_period_end, m.cancel_at, m.past_due_since, m.started_at, m.ended_at,
        m.ended_because, m.stripe_subscription_id, s.email
      from memberships m left join supporters s on s.id = m.supporter_id`),
    payments: await read(sql`
      select p.kind, p.stripe_object_id, p.stripe_balance_transaction_id, p.stripe_charge_id,
        p.source, p.source_id, p.amount_minor, p.currency, p.settlement_currency,
        p.settlement_gross_minor, p.fee_minor, p.net_minor, p.occurred_at, s.email
      from payments p left join supporters s on s.id = p.supporter_id`),
    ledger: await read(sql`
      select t.fact, t.stripe_object_id, t.occurred_at, e.account, e.amount_minor, e.currency
      from ledger_transactions t join ledger_entries e on e.transaction_id = t.id`),
    receipts: await read(sql`
      select p.stripe_object_id, count(*) as mails
      from mails m join payments p on p.id::text = m.subject_id
      where m.template = 'receipt' group by 1`),
    supporters: await read(sql`select email from supporters`),
    access: await accessOf(product),
  };
}

/** Whether the books agree with Stripe, and with themselves; empty when they do. */
export async function findBookDifferences(product: TestProduct): Promise<string[]> {
  const { missing, differing, totals } = await checkLedger(product.services);
  const { rows } = await product.services.db.execute<{ currency: string; sum: string }>(
    sql`select currency, sum(amount_minor) from ledger_entries group by 1 having sum(amount_minor) <> 0`,
  );
  return [
    ...missing.map((row) => `not booked: ${JSON.stringify(row)}`),
    ...differing.map((row) => `booked otherwise: ${JSON.stringify(row)}`),
    ...totals
      .filter((row) => row.oursMinor !== row.theirsMinor)
      .map((row) => `total: ${JSON.stringify(row)}`),
    ...rows.map((row) => `the ledger is out of balance: ${row.sum} ${row.currency}`),
  ];
}

async function accessOf({ services }: TestProduct): Promise<string[]> {
  const lines: string[] = [];
  for (let reader = 0; reader < readersInHistory; reader += 1) {
    const { rows } = await services.db.execute<{ id: string }>(
      sql`select id from supporters where email = ${emailOf(reader)}`,
    );
    const decided = await decideEntitlement(services, {
      supporterId: rows[0]?.id ?? null,
      role: null,
    });
    lines.push(`reader ${reader}: ${decided.isOpen ? 'open' : 'closed'}, ${decided.because}`);
  }
  return lines;
}

function namesOfOrders(orders: readonly Order[]): [string, string][] {
  return orders.map((order, index) => [order.id, `order ${index} of operation ${order.operation}`]);
}

const namedKinds = [
  'balance_transaction',
  'charge',
  'dispute',
  'payment_intent',
  'payout',
  'refund',
  'subscription',
] as const;

function namesOfObjects(engine: Engine): [string, string][] {
  return namedKinds.flatMap((kind) =>
    engine.store.order(kind).map((id, index): [string, string] => [id, `${kind} ${index}`]),
  );
}

function describe(row: Record<string, unknown>, names: ReadonlyMap<string, string>): string {
  return Object.entries(row)
    .map(([column, value]) => {
      const text = value instanceof Date ? value.toISOString() : String(value);
      return `${column}=${names.get(text) ?? text}`;
    })
    .join(' ');
}
