import { recordSubscription } from '../memberships/confirm-membership.server.ts';
import {
  type FieldDifference,
  differencesOf,
  listSubscriptionIds,
  readCompared,
} from '../memberships/compare-membership.server.ts';
import type { Ctx } from '../ports/context.ts';
import type { SubscriptionFacts } from '../ports/payments.ts';
import type { Comparison, Difference } from './difference.ts';

/**
 * Holds every membership against its subscription, whatever its status, both ways, and takes over
 * what Stripe says.
 * @throws when Stripe can't be read; what was repaired until then stays
 */
export async function compareMemberships(ctx: Ctx, beat: () => Promise<void>): Promise<Comparison> {
  const differences: Difference[] = [];
  const listed = new Set<string>();
  const agreeing: string[] = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor; isFirst = false) {
    const page = await ctx.payments.listSubscriptions({ cursor, since: null });
    const ours = page.items.filter((facts) => facts?.order?.kind === 'membership');
    const rows = await readCompared(
      ctx,
      ours.map((facts) => facts?.order?.orderId ?? ''),
    );
    for (const facts of ours) {
      if (!facts) continue;
      listed.add(facts.subscriptionId);
      const row = rows.get(facts.order?.orderId ?? '');
      const fields = row ? differencesOf(row, facts) : null;
      if (fields?.length === 0) agreeing.push(facts.subscriptionId);
      else differences.push(await repair(ctx, facts, fields));
    }
    cursor = page.nextCursor;
    await beat();
  }
  for (const id of await listSubscriptionIds(ctx)) {
    if (listed.has(id)) continue;
    differences.push({
      ...{ kind: 'membership', objectId: id, expected: '', found: 'membership' },
      ...{ cause: 'not_at_stripe', isRepaired: false },
    });
  }
  return {
    compared: listed.size,
    differences,
    agreeing: agreeing.map((objectId) => ({ kind: 'membership', objectId })),
  };
}

/** @param fields null = there is no membership for it */
async function repair(
  ctx: Ctx,
  facts: SubscriptionFacts,
  fields: readonly FieldDifference[] | null,
): Promise<Difference> {
  const about = { kind: 'membership' as const, objectId: facts.subscriptionId };
  if (!fields) {
    return {
      ...about,
      expected: `status ${facts.status}`,
      found: '',
      cause: 'order_unknown',
      isRepaired: false,
    };
  }
  await recordSubscription(ctx, facts);
  const orderId = facts.order?.orderId ?? '';
  const row = (await readCompared(ctx, [orderId])).get(orderId);
  const isRepaired = row !== undefined && differencesOf(row, facts).length === 0;
  return {
    ...about,
    expected: fields.map(({ field, theirs }) => `${field} ${theirs}`.trim()).join(', '),
    found: fields.map(({ field, ours }) => `${field} ${ours}`.trim()).join(', '),
    cause: 'behind',
    isRepaired,
  };
}
