import { eq } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';

/**
 * The part of a membership's payment that covers the fee. The row knows it of the amount that is
 * charged now, so of a payment of another amount nothing is said.
 * @param input.amount what was charged
 * @returns null when it isn't known
 */
export async function readMembershipFeeCover(
  ctx: Ctx,
  input: { readonly membershipId: string; readonly amount: Money },
): Promise<Money | null> {
  const [row] = await ctx.db
    .select({
      amountMinor: memberships.amountMinor,
      feeCoverMinor: memberships.feeCoverMinor,
      currency: memberships.currency,
    })
    .from(memberships)
    .where(eq(memberships.id, input.membershipId))
    .limit(1);
  const isSame =
    row?.amountMinor === input.amount.amountMinor && row.currency === input.amount.currency;
  return row && isSame ? money(row.feeCoverMinor, row.currency) : null;
}
