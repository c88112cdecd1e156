import { sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { type World, idOf } from './world.ts';

export interface OrderRow extends Record<string, unknown> {
  readonly id: string;
  readonly kind: 'donation' | 'membership';
  readonly status: string;
  readonly checkout_id: string | null;
  /** The payment intent of a donation, the subscription of a membership. */
  readonly paid_by: string | null;
  readonly supporter_id: string | null;
  readonly amount_minor: string;
  readonly currency: string;
  /** Ended and paid back, because there was a membership already. */
  readonly is_duplicate: boolean;
}

const unpaid = new Set(['pending', 'expired', 'failed', 'processing', 'incomplete']);

/** Every order there is, by its id. */
export async function readOrders({ stage }: World): Promise<Map<string, OrderRow>> {
  const { rows } = await stage.sql.db.execute<OrderRow>(sql`
    select id, 'donation' as kind, status, checkout_id, payment_intent_id as paid_by,
      supporter_id, amount_minor, currency, false as is_duplicate
    from donations
    union all
    select id, 'membership', status, checkout_id, stripe_subscription_id,
      supporter_id, amount_minor, currency, ended_because is not distinct from 'duplicate'
    from memberships`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every Checkout session there is, by its id. */
export async function readSessions({
  stripe,
}: World): Promise<Map<string, Stripe.Checkout.Session>> {
  const found = new Map<string, Stripe.Checkout.Session>();
  for await (const session of stripe.checkout.sessions.list({ limit: 100 })) {
    found.set(session.id, session);
  }
  return found;
}

/** Each session that was paid has one paid order, and each paid order one session that was paid. */
export function checkOrders(
  { tally }: World,
  orders: ReadonlyMap<string, OrderRow>,
  sessions: ReadonlyMap<string, Stripe.Checkout.Session>,
): void {
  const paidOnce = new Set<string>();
  for (const session of sessions.values()) {
    const orderId = session.metadata?.['order_id'] ?? '';
    const order = orders.get(orderId);
    if (session.status === 'complete') {
      tally.count('checked/paid sessions');
      if (paidOnce.has(orderId)) tally.found('an order paid twice', `${orderId} (${session.id})`);
      paidOnce.add(orderId);
      const paidBy = idOf(session.payment_intent) ?? idOf(session.subscription);
      const isSame = order?.checkout_id === session.id && order.paid_by === paidBy;
      if (!order || unpaid.has(order.status) || !isSame)
        tally.found('a paid session without its order', `${session.id}: ${JSON.stringify(order)}`);
    } else if (order?.checkout_id === session.id) {
      const wanted = session.status === 'expired' ? 'expired' : 'pending';
      if (order.status !== wanted)
        tally.found(
          'an unpaid order',
          `${session.id} is ${session.status}: ${JSON.stringify(order)}`,
        );
    } else {
      // Our process was killed before it could note the answer; nobody was given this page.
      tally.count('sessions that nobody was led to');
    }
  }
  for (const order of orders.values()) {
    if (unpaid.has(order.status)) continue;
    tally.count(`checked/paid ${order.kind}s`);
    if (!paidOnce.has(order.id))
      tally.found('a paid order without a paid session', JSON.stringify(order));
  }
}
