import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { stripeCustomers, supporters } from '../../db/schema/supporters.ts';
import { type Money, money } from '../../kernel/money.ts';
import { isLive } from '../memberships/membership.ts';
import type { Ctx } from '../ports/context.ts';
import { type Cursor, formatCursor } from './cursor.ts';
import type { ListedMembership, SupporterPage } from './listed-supporter.ts';
import { afterCursor, cursorInstant, newestFirst, wholeNumber } from './sql-figures.server.ts';
import { supporterCondition } from './supporter-condition.server.ts';
import type { SupporterFilter } from './supporter-filter.ts';

/** One page of supporters, the newest first. Four queries; also the batches of the CSV. */
export async function listSupporters(
  ctx: Ctx,
  input: { filter: SupporterFilter; timeZone: string; after: Cursor | null; limit: number },
): Promise<SupporterPage> {
  const rows = await ctx.db
    .select({ supporter: supporters, cursorAt: cursorInstant(supporters.createdAt) })
    .from(supporters)
    .where(
      and(
        supporterCondition(input.filter, input.timeZone),
        input.after ? afterCursor(supporters.createdAt, supporters.id, input.after) : undefined,
      ),
    )
    .orderBy(newestFirst(supporters.createdAt), supporters.id)
    .limit(input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  const ids = shown.map((row) => row.supporter.id);
  const [given, owned, customers] = await Promise.all([
    readGiven(ctx, ids),
    readMemberships(ctx, ids),
    readCustomers(ctx, ids),
  ]);
  return {
    supporters: shown.map(({ supporter }) => ({
      id: supporter.id,
      email: supporter.email,
      name: supporter.name,
      country: supporter.country,
      locale: supporter.locale,
      createdAt: supporter.createdAt,
      customerIds: customers.get(supporter.id) ?? [],
      membership: owned.get(supporter.id) ?? null,
      gifts: given.get(supporter.id)?.gifts ?? 0,
      lastGiftAt: given.get(supporter.id)?.lastGiftAt ?? null,
      given: given.get(supporter.id)?.sums ?? [],
    })),
    next: last ? formatCursor({ at: last.cursorAt, id: last.supporter.id }) : null,
  };
}

/** How many supporters a filter finds. */
export async function countSupporters(
  ctx: Ctx,
  input: { filter: SupporterFilter; timeZone: string },
): Promise<number> {
  const [row] = await ctx.db
    .select({ count: wholeNumber(sql`count(*)`) })
    .from(supporters)
    .where(supporterCondition(input.filter, input.timeZone));
  return row?.count ?? 0;
}

interface Given {
  gifts: number;
  lastGiftAt: Date | null;
  sums: Money[];
}

async function readGiven(ctx: Ctx, ids: string[]): Promise<Map<string, Given>> {
  const found = new Map<string, Given>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select({
      supporterId: payments.supporterId,
      currency: payments.settlementCurrency,
      gifts: wholeNumber(sql`count(*) filter (where ${payments.kind} = 'charge')`),
      grossMinor: wholeNumber(sql`sum(${payments.settlementGrossMinor})`),
      lastGiftAt:
        sql`max(${payments.occurredAt}) filter (where ${payments.kind} = 'charge')`.mapWith(
          (value: string) => new Date(value),
        ),
    })
    .from(payments)
    .where(inArray(payments.supporterId, ids))
    .groupBy(payments.supporterId, payments.settlementCurrency)
    .orderBy(payments.settlementCurrency);
  for (const row of rows) {
    if (!row.supporterId) continue;
    const given = found.get(row.supporterId) ?? { gifts: 0, lastGiftAt: null, sums: [] };
    given.gifts += row.gifts;
    if (!given.lastGiftAt || row.lastGiftAt > given.lastGiftAt) {
      given.lastGiftAt = row.lastGiftAt;
    }
    if (row.currency) given.sums.push(money(row.grossMinor, row.currency));
    found.set(row.supporterId, given);
  }
  return found;
}

async function readMemberships(ctx: Ctx, ids: string[]): Promise<Map<string, ListedMembership>> {
  const found = new Map<string, ListedMembership>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select({ membership: memberships, tierName: tiers.name })
    .from(memberships)
    .innerJoin(tiers, eq(tiers.id, memberships.tierId))
    .where(and(inArray(memberships.supporterId, ids), isNotNull(memberships.startedAt)))
    .orderBy(desc(memberships.startedAt));
  for (const { membership, tierName } of rows) {
    const key = membership.supporterId ?? '';
    const known = found.get(key);
    if (known && (isLive(known.status) || !isLive(membership.status))) continue;
    found.set(key, {
      status: membership.status,
      tierName,
      interval: membership.interval,
      amount: money(membership.amountMinor, membership.currency),
      startedAt: membership.startedAt,
      endedAt: membership.endedAt,
      cancelAt: membership.cancelAt,
    });
  }
  return found;
}

async function readCustomers(ctx: Ctx, ids: string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select()
    .from(stripeCustomers)
    .where(inArray(stripeCustomers.supporterId, ids))
    .orderBy(stripeCustomers.linkedAt);
  for (const row of rows) {
    found.set(row.supporterId, [...(found.get(row.supporterId) ?? []), row.stripeCustomerId]);
  }
  return found;
}
