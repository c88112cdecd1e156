import { eq, sql } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import { payments } from '../../db/schema/ledger.ts';
import { supporters } from '../../db/schema/supporters.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { newestFirst } from './sql-figures.server.ts';
import type { NewSupporter } from './supporter-report.ts';

/** The people who came last, with their first gift. One query: each row takes one step in `payments_supporter_idx`. */
export async function readNewestSupporters(ctx: Ctx, count: number): Promise<NewSupporter[]> {
  const first = ctx.db
    .select({
      source: payments.source,
      sourceId: payments.sourceId,
      amountMinor: payments.amountMinor,
      currency: payments.currency,
      occurredAt: payments.occurredAt,
    })
    .from(payments)
    .where(sql`${payments.supporterId} = ${supporters.id} and ${payments.kind} = 'charge'`)
    .orderBy(payments.occurredAt)
    .limit(1)
    .as('first_gift');
  const rows = await ctx.db
    .select({
      id: supporters.id,
      name: supporters.name,
      email: supporters.email,
      source: first.source,
      amountMinor: first.amountMinor,
      currency: first.currency,
      at: first.occurredAt,
      interval: memberships.interval,
    })
    .from(supporters)
    .innerJoinLateral(first, sql`true`)
    .leftJoin(memberships, eq(memberships.id, first.sourceId))
    .orderBy(newestFirst(supporters.createdAt), supporters.id)
    .limit(count);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    firstGift: money(row.amountMinor, row.currency),
    interval: row.source === 'membership' ? row.interval : null,
    at: row.at,
  }));
}
