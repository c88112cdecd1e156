import type { stripeCustomers, supporters } from '../../../app/db/schema/supporters.ts';
import type { CheckoutFacts } from '../../../app/domain/ports/payments.ts';
import type { Owner } from './order-rows.ts';
import type { PlannedOrder } from './plan-types.ts';
import { createRandom } from './random.ts';

interface Owners {
  readonly supporterRows: (typeof supporters.$inferInsert)[];
  readonly customerRows: (typeof stripeCustomers.$inferInsert)[];
  ownerOf(order: PlannedOrder): Owner;
}

/**
 * The people who have paid: each made by the first order that they paid, and linked to every
 * customer that they have been at Stripe.
 */
export function ownersOf(
  seed: number,
  orders: readonly PlannedOrder[],
  checkouts: ReadonlyMap<string, CheckoutFacts>,
): Owners {
  const random = createRandom(seed, 'supporter ids');
  const rows = new Map<string, typeof supporters.$inferInsert>();
  const customers = new Map<string, typeof stripeCustomers.$inferInsert>();
  const makers = new Set<string>();
  const paid = orders
    .filter((order) => checkouts.get(order.id)?.status === 'complete')
    .map((order) => ({ order, paidAt: order.paidAt ?? order.at }))
    .sort((a, b) => a.paidAt.getTime() - b.paidAt.getTime());
  for (const { order, paidAt } of paid) {
    const { email, name, locale, country } = order.supporter;
    let row = rows.get(email);
    if (!row) {
      row = { id: random.idAt(paidAt), email, name, locale, country, createdAt: paidAt };
      rows.set(email, row);
      makers.add(order.id);
    }
    // Whoever gave while signed in had proved that the address is theirs.
    if (order.isSignedIn) row.emailVerifiedAt ??= order.at;
    const stripeCustomerId = checkouts.get(order.id)?.customerId;
    if (stripeCustomerId && !customers.has(stripeCustomerId)) {
      customers.set(stripeCustomerId, { stripeCustomerId, supporterId: row.id, linkedAt: paidAt });
    }
  }
  return {
    supporterRows: [...rows.values()],
    customerRows: [...customers.values()],
    ownerOf: (order) => {
      const hasPaid = checkouts.get(order.id)?.status === 'complete';
      return {
        supporterId: hasPaid ? (rows.get(order.supporter.email)?.id ?? null) : null,
        madeSupporter: makers.has(order.id),
      };
    },
  };
}
