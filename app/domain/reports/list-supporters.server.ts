import {
  type SQL,
  type SQLWrapper,
  and,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  sql,
} from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { supporterFacts, supporterGiven } from '../../db/schema/supporter-facts.ts';
import { stripeCustomers, supporters } from '../../db/schema/supporters.ts';
import { type Money, money } from '../../kernel/money.ts';
import { isLive } from '../memberships/membership.ts';
import type { Ctx } from '../ports/context.ts';
import type { ListedMembership, SupporterCount, SupporterPage } from './listed-supporter.ts';
import { wholeNumber } from './sql-figures.server.ts';
import { type SupporterCursor, formatSupporterCursor } from './supporter-cursor.ts';
import { type SupporterCondition, supporterCondition } from './supporter-condition.server.ts';
import type { SupporterFilter } from './supporter-filter.ts';

/** Beyond this a list only says "more than". Of a search less: every one found has to be looked at. */
const countedUpTo = 10_000;
export const foundUpTo = 100;

export interface ListInput {
  readonly filter: SupporterFilter;
  readonly timeZone: string;
}

/** Who stands in a list, and where. */
interface Found {
  readonly id: string;
  readonly at: string;
}

/**
 * One page of supporters in the filter's order. Five queries; also the batches of the CSV.
 * Who never gave in the currency of `sort: 'given'` is not in that list; who never paid comes last
 * of `last_payment`.
 */
export async function listSupporters(
  ctx: Ctx,
  input: ListInput & { after: SupporterCursor | null; limit: number },
): Promise<SupporterPage> {
  const condition = conditionOf(ctx, input);
  const order = orderOf(input.filter, condition);
  const where = and(condition.where, input.after ? order.isAfter(input.after) : undefined);
  const sequence = [sql`${order.by} desc nulls last`, order.id];
  const found =
    condition.isOfFactsAlone && input.filter.sort !== 'given'
      ? ctx.db
          .select({ id: supporterFacts.supporterId, at: order.cursor })
          .from(supporterFacts)
          .where(where)
      : joined(
          ctx.db.select({ id: supporters.id, at: order.cursor }).from(supporters).$dynamic(),
          order,
          input.filter,
        ).where(and(where, isNull(supporters.mergedIntoId)));
  const rows = await found.orderBy(...sequence).limit(input.limit + 1);
  return readPage(ctx, rows, input.limit);
}

/** What a list says of those who were found for it: one more than it shows, when there are more. Four queries. */
export async function readPage(
  ctx: Ctx,
  found: readonly Found[],
  limit: number,
): Promise<SupporterPage> {
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  const ids = shown.map(({ id }) => id);
  const [people, given, owned, customers] = await Promise.all([
    readPeople(ctx, ids),
    readGiven(ctx, ids),
    readMemberships(ctx, ids),
    readCustomers(ctx, ids),
  ]);
  return {
    supporters: ids.flatMap((id) => {
      const person = people.get(id);
      if (!person) return [];
      return {
        ...person,
        customerIds: customers.get(id) ?? [],
        membership: owned.get(id) ?? null,
        given: given.get(id) ?? [],
      };
    }),
    next: last ? formatSupporterCursor(last) : null,
  };
}

/** How many supporters a filter finds, counted up to 10,000; of a search, up to 100. */
export async function countSupporters(ctx: Ctx, input: ListInput): Promise<SupporterCount> {
  const [first] = await countEach(ctx, [input]);
  return first ?? { count: 0, isMore: false };
}

/** {@link countSupporters} of several filters in one query. */
export async function countEach(ctx: Ctx, inputs: readonly ListInput[]): Promise<SupporterCount[]> {
  if (inputs.length === 0) return [];
  const counts = inputs.map((input) => {
    const condition = conditionOf(ctx, input);
    const one = { one: sql`1` };
    const found = (
      condition.isOfFactsAlone
        ? ctx.db.select(one).from(supporterFacts).where(condition.where)
        : joined(ctx.db.select(one).from(supporters).$dynamic(), condition, input.filter).where(
            condition.where,
          )
    ).limit(mostOf(input) + 1);
    return sql`(select count(*) from (${found.getSQL()}) as found)`;
  });
  const { rows } = await ctx.db.execute<{ counts: string[] }>(
    sql`select array[${sql.join(counts, sql`, `)}] as counts`,
  );
  return (rows[0]?.counts ?? []).map((text, index) => {
    const input = inputs[index];
    const [count, most] = [Number(text), input ? mostOf(input) : countedUpTo];
    return { count: Math.min(count, most), isMore: count > most };
  });
}

const mostOf = ({ filter }: ListInput) => (filter.search ? foundUpTo : countedUpTo);

function conditionOf(ctx: Ctx, { filter, timeZone }: ListInput): SupporterCondition {
  return supporterCondition(filter, { timeZone, now: ctx.clock.now() });
}

/** Joins what the condition and the order read. */
function joined<Query extends Joinable>(
  query: Query,
  { needsFacts }: Pick<SupporterCondition, 'needsFacts'>,
  { sort, givenIn }: SupporterFilter,
): Query {
  let whole = query;
  if (needsFacts) {
    whole = whole.innerJoin(supporterFacts, eq(supporterFacts.supporterId, supporters.id)) as Query;
  }
  if (sort === 'given' && givenIn) {
    whole = whole.innerJoin(
      supporterGiven,
      and(eq(supporterGiven.supporterId, supporters.id), eq(supporterGiven.currency, givenIn)),
    ) as Query;
  }
  return whole;
}
interface Joinable {
  innerJoin(table: typeof supporterFacts | typeof supporterGiven, on: SQL | undefined): unknown;
}

interface Order {
  readonly by: SQLWrapper;
  readonly id: PgColumn;
  readonly cursor: SQL<string>;
  readonly needsFacts: boolean;
  isAfter(cursor: SupporterCursor): SQL;
}

function orderOf(
  { sort, givenIn, group, joined, firstGift }: SupporterFilter,
  { needsFacts }: SupporterCondition,
): Order {
  if (sort === 'given' && givenIn) {
    const { givenMinor, supporterId } = supporterGiven;
    return {
      by: givenMinor,
      id: supporterId,
      needsFacts,
      cursor: sql<string>`${givenMinor}::text`,
      isAfter: ({ at, id }) => after(givenMinor, supporterId, sql`${at}::bigint`, id),
    };
  }
  const isByPayment = sort === 'last_payment';
  const id = needsFacts || isByPayment ? supporterFacts.supporterId : supporters.id;
  // Whose gifts are long ago are found by these: an index begins where twelve months are past.
  const isByGift = isByPayment && group === 'lapsed_donors';
  const by = isByGift
    ? sql`${supporterFacts.lastGiftAt}`
    : isByPayment
      ? sql`coalesce(${supporterFacts.lastChargeAt}, '1970-01-01 00:00:00+00'::timestamptz)`
      : needsFacts
        ? // Of one month's people the newest are not among the newest of all: they are sorted by themselves.
          joined || firstGift
          ? sql`(${supporterFacts.createdAt} + interval '0')`
          : supporterFacts.createdAt
        : supporters.createdAt;
  return {
    by,
    id,
    needsFacts: needsFacts || isByPayment,
    cursor: sql<string>`to_char(${by} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    isAfter: (cursor) => after(by, id, sql`${cursor.at}::timestamptz`, cursor.id),
  };
}

function after(by: SQLWrapper, id: SQLWrapper, at: SQL, lastId: string): SQL {
  return sql`(${by} <= ${at} and (${by} < ${at} or ${id} > ${lastId}::uuid))`;
}

async function readPeople(ctx: Ctx, ids: string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await ctx.db
    .select({
      id: supporters.id,
      email: supporters.email,
      name: supporters.name,
      country: supporters.country,
      locale: supporters.locale,
      createdAt: supporters.createdAt,
      gifts: wholeNumber(supporterFacts.charges),
      lastGiftAt: supporterFacts.lastChargeAt,
    })
    .from(supporters)
    .leftJoin(supporterFacts, eq(supporterFacts.supporterId, supporters.id))
    .where(inArray(supporters.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function readGiven(ctx: Ctx, ids: string[]): Promise<Map<string, Money[]>> {
  const found = new Map<string, Money[]>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select()
    .from(supporterGiven)
    .where(inArray(supporterGiven.supporterId, ids))
    .orderBy(supporterGiven.currency);
  for (const { supporterId, givenMinor, currency } of rows) {
    found.set(supporterId, [...(found.get(supporterId) ?? []), money(givenMinor, currency)]);
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
