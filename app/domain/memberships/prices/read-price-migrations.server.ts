import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { priceMigrationMembers, priceMigrations } from '../../../db/schema/prices.ts';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import { type Money, money } from '../../../kernel/money.ts';
import type { Ctx } from '../../ports/context.ts';
import { readSupporters } from '../../supporters/read-supporters.server.ts';
import type { MemberStatus, PriceMigration, StuckMember } from './price-migration.ts';

const shown = 20;

/** A tier's latest moves, newest first. Two queries. */
export async function listPriceMigrations(ctx: Ctx, tierId: string): Promise<PriceMigration[]> {
  const rows = await ctx.db
    .select()
    .from(priceMigrations)
    .where(eq(priceMigrations.tierId, tierId))
    .orderBy(desc(priceMigrations.createdAt))
    .limit(shown);
  return withCounts(ctx, rows);
}

/** Null: there is no such move. */
export async function readPriceMigration(ctx: Ctx, id: string): Promise<PriceMigration | null> {
  const rows = await ctx.db.select().from(priceMigrations).where(eq(priceMigrations.id, id));
  return (await withCounts(ctx, rows))[0] ?? null;
}

async function withCounts(
  ctx: Ctx,
  rows: readonly (typeof priceMigrations.$inferSelect)[],
): Promise<PriceMigration[]> {
  if (rows.length === 0) return [];
  const counted = await ctx.db
    .select({
      migrationId: priceMigrationMembers.migrationId,
      status: priceMigrationMembers.status,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(priceMigrationMembers)
    .where(
      inArray(
        priceMigrationMembers.migrationId,
        rows.map(({ id }) => id),
      ),
    )
    .groupBy(priceMigrationMembers.migrationId, priceMigrationMembers.status);
  return rows.map(({ minimums, ...row }) => {
    const countOf = (status: MemberStatus) =>
      counted.find((one) => one.migrationId === row.id && one.status === status)?.count ?? 0;
    const counts = {
      waiting: countOf('waiting'),
      told: countOf('told'),
      moved: countOf('moved'),
      left: countOf('left'),
      failed: countOf('failed'),
      called_off: countOf('called_off'),
    };
    return {
      ...row,
      counts,
      isOpen: counts.waiting + counts.told + counts.failed > 0,
      raised: minimums.map(({ currency, interval, fromMinor, toMinor }) => ({
        ...{ interval, from: money(fromMinor, currency), to: money(toMinor, currency) },
      })),
    };
  });
}

/** Those for whom it did not go through, or not yet: at most a hundred. */
export async function listStuckMembers(ctx: Ctx, migrationId: string): Promise<StuckMember[]> {
  const rows = await ctx.db
    .select({
      member: priceMigrationMembers,
      supporterId: memberships.supporterId,
    })
    .from(priceMigrationMembers)
    .innerJoin(memberships, eq(memberships.id, priceMigrationMembers.membershipId))
    .where(
      sql`${priceMigrationMembers.migrationId} = ${migrationId} and (${priceMigrationMembers.status} = 'failed' or (${priceMigrationMembers.status} = 'told' and ${priceMigrationMembers.tries} > 0))`,
    )
    .orderBy(asc(priceMigrationMembers.membershipId))
    .limit(100);
  const people = await readSupporters(
    ctx,
    rows.flatMap(({ supporterId }) => supporterId ?? []),
  );
  return rows.map(({ member, supporterId }) => ({
    supporterId,
    name: people.get(supporterId ?? '')?.name ?? null,
    email: people.get(supporterId ?? '')?.email ?? null,
    membershipId: member.membershipId,
    status: member.status,
    problem: member.problem,
    from: money(member.fromMinor, member.currency),
    to: money(member.toMinor, member.currency),
    dueAt: member.dueAt,
  }));
}

/** What a notice says of its membership; null when there is no such notice. */
export async function readNotice(
  ctx: Ctx,
  { migrationId, membershipId }: { migrationId: string; membershipId: string },
): Promise<{ status: MemberStatus; to: Money; interval: Interval; dueAt: Date } | null> {
  const [row] = await ctx.db
    .select()
    .from(priceMigrationMembers)
    .where(
      sql`${priceMigrationMembers.migrationId} = ${migrationId} and ${priceMigrationMembers.membershipId} = ${membershipId}`,
    );
  if (!row?.dueAt) return null;
  const { status, interval, dueAt } = row;
  return { status, interval, dueAt, to: money(row.toMinor, row.currency) };
}
