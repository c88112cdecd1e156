import type { Ctx } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { readReceipt } from './read-receipt.server.ts';
import type { Receipt } from './receipt.ts';

/**
 * The receipt of a charge for somebody who is signed in: its payer, or a member of staff, whose
 * look at it is written down. Null for everyone else, and when there is none: the two must look
 * the same.
 */
export async function openReceipt(
  ctx: Ctx,
  input: { readonly paymentId: string; readonly viewerId: string; readonly isStaff: boolean },
): Promise<Receipt | null> {
  const receipt = await readReceipt(ctx, input.paymentId);
  if (!receipt || receipt.supporterId === input.viewerId) return receipt;
  if (!input.isStaff) return null;
  await recordAudit(ctx, {
    actorId: input.viewerId,
    action: 'receipt.opened',
    subjectKind: 'payment',
    subjectId: receipt.paymentId,
  });
  return receipt;
}
