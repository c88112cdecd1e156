import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { donations } from '../../db/schema/donations.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import type { OwnGift, PublicChoice } from './wall-name.ts';

/** A supporter's own donations since then that the wall could name, newest first. */
export async function listPublicDonations(
  ctx: Ctx,
  input: { readonly supporterId: string; readonly since: Date; readonly limit: number },
): Promise<OwnGift[]> {
  const rows = await ctx.db
    .select()
    .from(donations)
    .where(
      and(
        eq(donations.supporterId, input.supporterId),
        eq(donations.status, 'paid'),
        sql`${donations.paidAt} >= ${input.since.toISOString()}::timestamptz`,
        sql`${donations.returnedMinor} < ${donations.amountMinor}`,
      ),
    )
    .orderBy(desc(donations.createdAt), desc(donations.id))
    .limit(input.limit);
  return rows.map((row) => ({
    kind: 'donation',
    id: row.id,
    at: row.paidAt ?? row.createdAt,
    amount: money(row.amountMinor, row.currency),
    interval: null,
    name: row.displayName,
    isNamed: !row.isAnonymous && row.displayName !== null,
    isAmountShown: row.isAmountShown,
    isHiddenByStaff: row.hiddenFromWallAt !== null,
  }));
}

/**
 * Writes what a supporter lets the wall say of their donations: one name on all that are named. Those
 * that no choice speaks of keep theirs. Donations of others among the choices are left alone.
 */
export async function setPublicDonations(
  tx: Ctx,
  input: {
    readonly supporterId: string;
    readonly name: string | null;
    readonly choices: readonly PublicChoice[];
  },
): Promise<void> {
  const own = eq(donations.supporterId, input.supporterId);
  await tx.db
    .update(donations)
    .set({ displayName: input.name })
    .where(and(own, isNotNull(donations.displayName)));
  for (const isNamed of [true, false]) {
    for (const isAmountShown of [true, false]) {
      const ids = input.choices
        .filter((choice) => choice.isNamed === isNamed && choice.isAmountShown === isAmountShown)
        .map((choice) => choice.id);
      if (ids.length === 0) continue;
      await tx.db
        .update(donations)
        .set({ isAnonymous: !isNamed, displayName: isNamed ? input.name : null, isAmountShown })
        .where(and(own, inArray(donations.id, ids)));
    }
  }
}

/**
 * Takes a name off the wall, or puts it back (`hiddenAt` null), on every donation of the person who
 * gave in it.
 */
export async function hideDonationName(
  tx: Ctx,
  input: { readonly supporterId: string; readonly name: string; readonly hiddenAt: Date | null },
): Promise<void> {
  await tx.db
    .update(donations)
    .set({ hiddenFromWallAt: input.hiddenAt })
    .where(
      and(eq(donations.supporterId, input.supporterId), eq(donations.displayName, input.name)),
    );
}

/** In whose name a donation was given; null when there is none. */
export async function readDonationName(
  ctx: Ctx,
  donationId: string,
): Promise<{ supporterId: string; name: string } | null> {
  const rows = await ctx.db
    .select({ supporterId: donations.supporterId, name: donations.displayName })
    .from(donations)
    .where(eq(donations.id, donationId))
    .limit(1);
  const row = rows[0];
  return row?.supporterId && row.name ? { supporterId: row.supporterId, name: row.name } : null;
}
