import { sql } from 'drizzle-orm';
import { compareMemberships } from '../../demo/history/compare-memberships.ts';
import type { World } from './world.ts';

/**
 * Memberships are as their subscriptions; nobody has two; whoever paid for two was given one back,
 * whole, and has the other.
 */
export async function checkMemberships({ stage, stripe, tally }: World): Promise<void> {
  const { db } = stage.sql;
  const { compared, differences } = await compareMemberships(db, stripe);
  tally.count('checked/memberships', compared);
  for (const difference of differences)
    tally.found('a membership that differs from Stripe', difference);

  const twice = await db.execute(sql`
    select supporter_id, array_agg(id) as ids from memberships
    where status in ('trialing', 'active', 'past_due', 'unpaid', 'paused')
    group by supporter_id having count(*) > 1`);
  for (const row of twice.rows) tally.found('somebody has two memberships', JSON.stringify(row));

  const kept = await db.execute<{ was_sent_back: boolean }>(sql`
    select m.id, m.supporter_id, m.stripe_subscription_id, sum(p.amount_minor) as kept,
      bool_or(p.kind = 'refund_failure') as was_sent_back
    from memberships m join payments p on p.source = 'membership' and p.source_id = m.id
    where m.ended_because = 'duplicate' group by m.id having sum(p.amount_minor) > 0`);
  for (const row of kept.rows) {
    // The card's bank sent the money back to us later: somebody on the staff has to find another way.
    if (row.was_sent_back) tally.count('checked/second memberships, refund failed');
    else tally.found('a second membership was not paid back', JSON.stringify(row));
  }

  const duplicates = await db.execute<{ first: boolean }>(sql`
    select m.id, m.supporter_id, exists (
      select from memberships o
      where o.supporter_id = m.supporter_id and o.id <> m.id and o.stripe_subscription_id is not null
        and o.ended_because is distinct from 'duplicate'
    ) as first
    from memberships m where m.ended_because = 'duplicate'`);
  tally.count('checked/second memberships', duplicates.rows.length);
  for (const row of duplicates.rows) {
    if (!row.first)
      tally.found('both memberships of somebody were ended as the second', JSON.stringify(row));
  }
}
