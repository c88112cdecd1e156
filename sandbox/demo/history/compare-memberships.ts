import { isNotNull } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Db } from '../../../app/db/client.server.ts';
import { memberships } from '../../../app/db/schema/memberships.ts';
import type { SubscriptionFacts } from '../../../app/domain/ports/payments.ts';
import { toSubscription } from '../../../app/gateways/stripe/subscription-facts.ts';
import { environment } from './stripe-facts.ts';

type Row = Pick<
  typeof memberships.$inferSelect,
  | 'id'
  | 'stripeSubscriptionId'
  | 'status'
  | 'amountMinor'
  | 'currency'
  | 'interval'
  | 'cancelAt'
  | 'endedAt'
>;

/** Does each membership say what its subscription says, and is there one for each? Each difference is one line. */
export async function compareMemberships(
  db: Db,
  stripe: Stripe,
): Promise<{ compared: number; differences: string[] }> {
  const rows: Row[] = await db
    .select({
      id: memberships.id,
      stripeSubscriptionId: memberships.stripeSubscriptionId,
      status: memberships.status,
      amountMinor: memberships.amountMinor,
      currency: memberships.currency,
      interval: memberships.interval,
      cancelAt: memberships.cancelAt,
      endedAt: memberships.endedAt,
    })
    .from(memberships)
    .where(isNotNull(memberships.stripeSubscriptionId));
  const ours = new Map(rows.map((row) => [row.stripeSubscriptionId ?? '', row]));
  const differences: string[] = [];
  let compared = 0;
  for await (const subscription of stripe.subscriptions.list({ status: 'all', limit: 100 })) {
    const facts = toSubscription(subscription, environment);
    if (!facts.order) continue;
    const row = ours.get(facts.subscriptionId);
    ours.delete(facts.subscriptionId);
    compared += 1;
    if (row) differences.push(...differencesOf(row, facts));
    else differences.push(`${facts.subscriptionId} has no membership`);
  }
  for (const row of ours.values()) {
    differences.push(`membership ${row.id}: Stripe has no ${row.stripeSubscriptionId}`);
  }
  return { compared, differences };
}

function differencesOf(row: Row, facts: SubscriptionFacts): string[] {
  const pairs: [name: string, ours: string | number, theirs: string | number][] = [
    ['status', row.status, facts.status],
    ['amount', row.amountMinor, facts.amount.amountMinor],
    ['currency', row.currency, facts.amount.currency],
    ['interval', row.interval, facts.interval],
    ['end of a cancellation', timeOf(row.cancelAt), timeOf(facts.cancelAt)],
    ['end', timeOf(row.endedAt), timeOf(facts.endedAt)],
  ];
  return pairs
    .filter(([, ours, theirs]) => ours !== theirs)
    .map(
      ([name, ours, theirs]) =>
        `membership ${row.id}: ${name} is ${ours} here, ${theirs} at Stripe`,
    );
}

function timeOf(moment: Date | null): string {
  return moment?.toISOString() ?? 'never';
}
