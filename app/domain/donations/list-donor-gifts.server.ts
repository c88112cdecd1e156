import { and, desc, eq } from 'drizzle-orm';
import { donations } from '../../db/schema/donations.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import type { DonorGift } from './donor-gift.ts';

/** A supporter's latest paid donations. One query on the supporter's index. */
export async function listDonorGifts(ctx: Ctx, supporterId: string): Promise<DonorGift[]> {
  const rows = await ctx.db
    .select({
      amountMinor: donations.amountMinor,
      returnedMinor: donations.returnedMinor,
      currency: donations.currency,
      paidAt: donations.paidAt,
    })
    .from(donations)
    .where(and(eq(donations.supporterId, supporterId), eq(donations.status, 'paid')))
    .orderBy(desc(donations.createdAt))
    .limit(50);
  return rows.flatMap((row) =>
    row.paidAt
      ? [
          {
            amount: money(row.amountMinor, row.currency),
            returned: money(row.returnedMinor, row.currency),
            paidAt: row.paidAt,
          },
        ]
      : [],
  );
}
