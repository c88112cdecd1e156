import { inArray, notInArray } from 'drizzle-orm';
import { disputes } from '../../db/schema/ledger.ts';
import type { Ctx } from '../ports/context.ts';
import type { ListedDispute } from '../ports/payments.ts';

/** What is over stays so: https://docs.stripe.com/api/disputes/object#dispute_object-status */
export const closedDisputes = ['won', 'lost', 'warning_closed'] as const;

const columns = {
  disputeId: disputes.stripeDisputeId,
  chargeId: disputes.stripeChargeId,
  status: disputes.status,
};

/** How disputes stand here: id -> status. Those of others on the account are not known here. */
export async function readDisputeStatuses(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select(columns)
    .from(disputes)
    .where(inArray(disputes.stripeDisputeId, [...ids]));
  return new Map(rows.map((row) => [row.disputeId, row.status]));
}

/** Disputes that are open here, however old. */
export function listOpenDisputes(ctx: Ctx): Promise<ListedDispute[]> {
  return ctx.db
    .select(columns)
    .from(disputes)
    .where(notInArray(disputes.status, [...closedDisputes]))
    .orderBy(disputes.stripeDisputeId);
}
