import { type SQL, and, desc, eq, sql } from 'drizzle-orm';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { money } from '../../kernel/money.ts';
import {
  type ListedName,
  type WallName,
  type WallPlace,
  shownMinor,
} from '../donations/wall-name.ts';
import type { Ctx } from '../ports/context.ts';

/** In the words of the partial indexes, so that they are used. */
const isNamed = sql`started_at is not null and ended_at is null and not is_anonymous and display_name is not null`;

/**
 * In force, and paid for until then or later; a period whose payment went back bought nothing. Where
 * it is not known what was paid, the period counts, as it does for access; not that of a trial.
 */
function isPaid(paidAfter: Date, now: Date): SQL {
  return sql`${memberships.status} in ('trialing', 'active', 'past_due', 'paused')
    and coalesce(${memberships.paidUntil}, case when ${memberships.status} <> 'trialing' then ${memberships.currentPeriodEnd} end) > ${paidAfter.toISOString()}::timestamptz
    and (${memberships.returnedUntil} is null or ${memberships.returnedUntil} <= ${now.toISOString()}::timestamptz)`;
}

function beyond(after: WallPlace | null): SQL | undefined {
  if (!after) return undefined;
  return sql`(${memberships.startedAt}, ${memberships.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
}

export interface WallTier {
  readonly id: string;
  readonly slug: string;
  readonly name: { readonly en: string; readonly uk: string };
}

/** The tiers whose patrons are named, highest first; those that nobody can join any more too. */
export async function listWallTiers(ctx: Ctx): Promise<WallTier[]> {
  return ctx.db
    .select({ id: tiers.id, slug: tiers.slug, name: tiers.name })
    .from(tiers)
    .where(sql`'wall' = any(${tiers.perks})`)
    .orderBy(desc(tiers.rank));
}

/**
 * The newest patrons of a tier who may be named: paid for until `paidAfter` or later (the caller
 * takes the days of grace off), not taken off by staff. Open disputes are the caller's to leave out.
 */
export async function listWallPatrons(
  ctx: Ctx,
  page: {
    readonly tierId: string;
    readonly paidAfter: Date;
    readonly after: WallPlace | null;
    readonly limit: number;
  },
): Promise<WallName[]> {
  const rows = await ctx.db
    .select({
      id: memberships.id,
      supporterId: memberships.supporterId,
      name: memberships.displayName,
      amountMinor: memberships.amountMinor,
      feeCoverMinor: memberships.feeCoverMinor,
      currency: memberships.currency,
      interval: memberships.interval,
      isAmountShown: memberships.isAmountShown,
      startedAt: memberships.startedAt,
    })
    .from(memberships)
    .where(
      and(
        eq(memberships.tierId, page.tierId),
        isNamed,
        isPaid(page.paidAfter, ctx.clock.now()),
        sql`${memberships.hiddenFromWallAt} is null`,
        beyond(page.after),
      ),
    )
    .orderBy(desc(memberships.startedAt), desc(memberships.id))
    .limit(page.limit);
  return rows.flatMap(({ id, supporterId, name, startedAt, interval, ...row }) =>
    name && startedAt
      ? [
          {
            ...{ id, supporterId, name, at: startedAt, interval },
            amount: row.isAmountShown
              ? money(shownMinor({ ...row, returnedMinor: 0 }), row.currency)
              : null,
          },
        ]
      : [],
  );
}

/** How many patrons of each tier are not named, by the tier's id. One query. */
export async function countUnnamedPatrons(
  ctx: Ctx,
  paidAfter: Date,
): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db
    .select({ tierId: memberships.tierId, count: sql<string>`count(*)` })
    .from(memberships)
    .where(
      and(
        sql`started_at is not null and ended_at is null and (is_anonymous or display_name is null or hidden_from_wall_at is not null)`,
        isPaid(paidAfter, ctx.clock.now()),
      ),
    )
    .groupBy(memberships.tierId);
  return new Map(rows.map((row) => [row.tierId, Number(row.count)]));
}

/** The newest names that memberships brought, those taken off included. For staff. */
export async function listMembershipNames(
  ctx: Ctx,
  page: { readonly after: WallPlace | null; readonly limit: number },
): Promise<ListedName[]> {
  const rows = await ctx.db
    .select({
      id: memberships.id,
      supporterId: memberships.supporterId,
      name: memberships.displayName,
      hiddenAt: memberships.hiddenFromWallAt,
      at: memberships.startedAt,
    })
    .from(memberships)
    .where(and(isNamed, beyond(page.after)))
    .orderBy(desc(memberships.startedAt), desc(memberships.id))
    .limit(page.limit);
  return rows.flatMap(({ name, at, ...row }) =>
    name && at ? [{ ...row, kind: 'membership' as const, name, at }] : [],
  );
}
