import { type SQL, and, desc, sql } from 'drizzle-orm';
import { donations } from '../../db/schema/donations.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { type ListedName, type WallName, type WallPlace, shownMinor } from './wall-name.ts';

/** In the words of the partial indexes, so that they are used. */
const isNamed = sql`status = 'paid' and not is_anonymous and display_name is not null`;
const isKept = sql`${donations.returnedMinor} < ${donations.amountMinor}`;

function beyond(after: WallPlace | null): SQL | undefined {
  if (!after) return undefined;
  return sql`(${donations.paidAt}, ${donations.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
}

/**
 * The newest donations whose givers may be named: paid since then, not given back whole, not taken
 * off by staff. Open disputes are the caller's to leave out.
 */
export async function listWallGifts(
  ctx: Ctx,
  page: { readonly since: Date; readonly after: WallPlace | null; readonly limit: number },
): Promise<WallName[]> {
  const rows = await ctx.db
    .select({
      id: donations.id,
      supporterId: donations.supporterId,
      name: donations.displayName,
      amountMinor: donations.amountMinor,
      feeCoverMinor: donations.feeCoverMinor,
      returnedMinor: donations.returnedMinor,
      currency: donations.currency,
      isAmountShown: donations.isAmountShown,
      paidAt: donations.paidAt,
    })
    .from(donations)
    .where(
      and(
        isNamed,
        isKept,
        sql`${donations.hiddenFromWallAt} is null`,
        sql`${donations.paidAt} >= ${page.since.toISOString()}::timestamptz`,
        beyond(page.after),
      ),
    )
    .orderBy(desc(donations.paidAt), desc(donations.id))
    .limit(page.limit);
  return rows.flatMap(({ id, supporterId, name, paidAt, ...row }) =>
    name && paidAt
      ? [
          {
            ...{ id, supporterId, name, at: paidAt, interval: null },
            amount: row.isAmountShown ? money(shownMinor(row), row.currency) : null,
          },
        ]
      : [],
  );
}

/** How many donations since then are given without a name, or with one that is not shown. */
export async function countUnnamedGifts(ctx: Ctx, since: Date): Promise<number> {
  const rows = await ctx.db
    .select({ count: sql<string>`count(*)` })
    .from(donations)
    .where(
      sql`status = 'paid' and returned_minor < amount_minor and (is_anonymous or display_name is null or hidden_from_wall_at is not null) and ${donations.paidAt} >= ${since.toISOString()}::timestamptz`,
    );
  return Number(rows[0]?.count ?? 0);
}

/** The newest names that donations brought, those taken off included. For staff. */
export async function listDonationNames(
  ctx: Ctx,
  page: { readonly after: WallPlace | null; readonly limit: number },
): Promise<ListedName[]> {
  const rows = await ctx.db
    .select({
      id: donations.id,
      supporterId: donations.supporterId,
      name: donations.displayName,
      hiddenAt: donations.hiddenFromWallAt,
      at: donations.paidAt,
    })
    .from(donations)
    .where(and(isNamed, beyond(page.after)))
    .orderBy(desc(donations.paidAt), desc(donations.id))
    .limit(page.limit);
  return rows.flatMap(({ name, at, ...row }) =>
    name && at ? [{ ...row, kind: 'donation' as const, name, at }] : [],
  );
}
