import { eq } from 'drizzle-orm';
import { donations } from '../../db/schema/donations.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';

/** The part of a donation that its donor added to cover the fee; null when there is no such donation. */
export async function readDonationFeeCover(ctx: Ctx, donationId: string): Promise<Money | null> {
  const [row] = await ctx.db
    .select({ feeCoverMinor: donations.feeCoverMinor, currency: donations.currency })
    .from(donations)
    .where(eq(donations.id, donationId))
    .limit(1);
  return row ? money(row.feeCoverMinor, row.currency) : null;
}
