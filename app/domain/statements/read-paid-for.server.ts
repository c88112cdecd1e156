import { readMembershipById } from '../memberships/read-membership.server.ts';
import type { Ctx } from '../ports/context.ts';
import type { OrderKind } from '../ports/payments.ts';
import type { PaidFor } from './paid-for.ts';

/** What an order is, in words that a receipt can use; null when its membership is not there. */
export async function readPaidFor(
  ctx: Ctx,
  order: { readonly source: OrderKind; readonly sourceId: string },
): Promise<PaidFor | null> {
  if (order.source !== 'membership') return { kind: order.source };
  const found = await readMembershipById(ctx, order.sourceId);
  if (!found) return null;
  const { tierName, interval } = found.membership;
  return { kind: 'membership', tierName, interval };
}
