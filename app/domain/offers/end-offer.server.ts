import { and, eq, isNull } from 'drizzle-orm';
import { offers } from '../../db/schema/offers.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { closeOffer } from './prepare-offer.server.ts';

/**
 * Ends an offer now: nobody begins under it any more. Who has begun under it keeps what was
 * promised. The provider's codes follow at once, or within the hour when it does not answer.
 * Caller's duty: that the actor may end offers.
 */
export async function endOffer(
  ctx: Ctx,
  input: { readonly offerId: string; readonly actorId: string },
): Promise<Result<null, 'already_ended'>> {
  const ended = await inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .update(offers)
      .set({ endedAt: ctx.clock.now(), endedBy: input.actorId })
      .where(and(eq(offers.id, input.offerId), isNull(offers.endedAt)))
      .returning({ id: offers.id });
    if (rows.length === 0) return false;
    await recordAudit(tx, {
      actorId: input.actorId,
      action: 'offer.ended',
      subjectKind: 'offer',
      subjectId: input.offerId,
    });
    return true;
  });
  if (!ended) return fail('already_ended');
  await closeOffer(ctx, input.offerId);
  return ok(null);
}
