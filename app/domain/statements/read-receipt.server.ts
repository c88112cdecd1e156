import type { Money } from '../../kernel/money.ts';
import { readDonationFeeCover } from '../donations/read-fee-cover.server.ts';
import { listMovementsOfCharge } from '../ledger/list-movements.server.ts';
import type { MovementView } from '../ledger/movement-view.ts';
import { readMembershipFeeCover } from '../memberships/read-fee-cover.server.ts';
import { paymentNumber } from '../newsroom/payment-number.ts';
import type { Ctx } from '../ports/context.ts';
import { readProfile } from '../supporters/save-profile.server.ts';
import { readPaidFor } from './read-paid-for.server.ts';
import { type Receipt, returnsOf } from './receipt.ts';

/**
 * The receipt of a charge; null when the id names none. Caller's duty: that the asker may see it,
 * and that somebody else's is answered like one that isn't there.
 */
export async function readReceipt(ctx: Ctx, paymentId: string): Promise<Receipt | null> {
  const movements = await listMovementsOfCharge(ctx, paymentId);
  const charge = movements.find(({ id }) => id === paymentId);
  if (!charge) return null;
  const [paidFor, payer, feeCover] = await Promise.all([
    readPaidFor(ctx, charge),
    charge.supporterId === null ? null : readProfile(ctx, charge.supporterId),
    readFeeCover(ctx, charge),
  ]);
  if (!paidFor) return null;
  return {
    paymentId: charge.id,
    supporterId: charge.supporterId,
    number: paymentNumber(charge),
    payer,
    paidAt: charge.occurredAt,
    amount: charge.amount,
    feeCover: feeCover && feeCover.amountMinor > 0 ? feeCover : null,
    paidFor,
    paidUntil: charge.periodEnd,
    ...returnsOf(charge, movements),
  };
}

async function readFeeCover(
  ctx: Ctx,
  { source, sourceId, amount }: MovementView,
): Promise<Money | null> {
  switch (source) {
    case 'donation':
      return readDonationFeeCover(ctx, sourceId);
    case 'membership':
      return readMembershipFeeCover(ctx, { membershipId: sourceId, amount });
    case 'gift':
      return null;
  }
}
