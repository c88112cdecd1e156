import { listOpenDisputes, readDisputeStatuses } from '../ledger/list-disputes.server.ts';
import type { Ctx } from '../ports/context.ts';
import type { ListedDispute } from '../ports/payments.ts';
import { convergeCharge } from './converge-object.server.ts';
import type { Comparison, Difference } from './difference.ts';

/**
 * Holds disputes against Stripe's. Losing one moves no money, so the balance would never tell that
 * what its payment bought is to be closed.
 * @param since those opened from then on, and all that are open here; null = all
 * @throws when Stripe can't be read; what was repaired until then stays
 */
export async function compareDisputes(
  ctx: Ctx,
  since: Date | null,
  beat: () => Promise<void>,
): Promise<Comparison> {
  const differences: Difference[] = [];
  const agreeing: string[] = [];
  const listed = new Set<string>();
  const compare = async (theirs: ListedDispute, ours: string | undefined) => {
    if (ours === theirs.status) {
      agreeing.push(theirs.disputeId);
      return;
    }
    const outcome = await convergeCharge(ctx, theirs.chargeId);
    await beat();
    if (outcome === 'foreign') return;
    const now = await readDisputeStatuses(ctx, [theirs.disputeId]);
    differences.push({
      kind: 'dispute',
      objectId: theirs.disputeId,
      expected: `status ${theirs.status}`,
      found: ours === undefined ? '' : `status ${ours}`,
      cause: outcome === 'parked' ? 'order_unknown' : 'behind',
      isRepaired: now.get(theirs.disputeId) === theirs.status,
    });
  };
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor; isFirst = false) {
    const page = await ctx.payments.listDisputes({ cursor, since });
    const ours = await readDisputeStatuses(
      ctx,
      page.items.map((dispute) => dispute.disputeId),
    );
    for (const theirs of page.items) {
      listed.add(theirs.disputeId);
      await compare(theirs, ours.get(theirs.disputeId));
    }
    cursor = page.nextCursor;
    await beat();
  }
  // One that was opened before `since` may have been closed after it.
  const older = (await listOpenDisputes(ctx)).filter(({ disputeId }) => !listed.has(disputeId));
  for (const { disputeId, chargeId, status } of older) {
    await convergeCharge(ctx, chargeId);
    const now = (await readDisputeStatuses(ctx, [disputeId])).get(disputeId) ?? status;
    await beat();
    if (now === status) agreeing.push(disputeId);
    else {
      differences.push({
        ...{ kind: 'dispute', objectId: disputeId, cause: 'behind', isRepaired: true },
        ...{ expected: `status ${now}`, found: `status ${status}` },
      });
    }
  }
  return {
    compared: listed.size + older.length,
    differences,
    agreeing: agreeing.map((objectId) => ({ kind: 'dispute', objectId })),
  };
}
