import { money } from '../../kernel/money.ts';
import { listAllTiers } from '../memberships/list-gate-tiers.server.ts';
import type { MembershipAccess } from '../memberships/membership.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { rulesOf } from './decide-entitlement.server.ts';
import { type Entitlement, type EntitlementFacts, decide, signedOut } from './entitlement.ts';
import { type ReaderKind, isPlainReaderKind } from './reader-kind.ts';

/**
 * What a reader of a kind may open: the rules of {@link decide} on the facts of such a person, so
 * that a preview can't say otherwise than the page will. Null when there is no such tier.
 */
export async function decideForKind(ctx: Ctx, kind: ReaderKind): Promise<Entitlement | null> {
  if (kind === 'nobody') return signedOut;
  const newsroom = await readNewsroom(ctx);
  const now = ctx.clock.now();
  const facts: EntitlementFacts = { isStaff: false, memberships: [], gifts: [], dated: [] };
  const answer = (more: Partial<EntitlementFacts>) =>
    decide({ ...facts, ...more }, rulesOf(newsroom), now);
  if (isPlainReaderKind(kind)) {
    if (kind === 'staff') return answer({ isStaff: true });
    if (kind === 'reader') return answer({});
    const amount = newsroom.donorPass.minimums[newsroom.defaultCurrency];
    return answer({ gifts: [{ amount, returned: money(0, amount.currency), paidAt: now }] });
  }
  const tier = (await listAllTiers(ctx)).find(({ slug }) => slug === kind);
  return tier ? answer({ memberships: [inForce(tier)] }) : null;
}

function inForce({ rank, opensExtras }: { rank: number; opensExtras: boolean }): MembershipAccess {
  return {
    ...{ status: 'active', opensExtras, rank, currentPeriodEnd: null, cancelAt: null },
    ...{ pastDueSince: null, paidUntil: null, returnedUntil: null, endedAt: null },
    wasReturned: false,
  };
}
