import { listDonorGifts } from '../donations/list-donor-gifts.server.ts';
import { listGiftAccess } from '../gifts/list-gift-access.server.ts';
import { listGrantAccess } from '../grants/list-grant-access.server.ts';
import { listMembershipAccess } from '../memberships/list-membership-access.server.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import { type Ctx, readTogether } from '../ports/context.ts';
import type { Role } from '../supporters/viewer.ts';
import { type Entitlement, type EntitlementRules, decide, signedOut } from './entitlement.ts';

/**
 * May this reader open the extras, and why (not)? Asked once per request; everything that shows
 * or hides gated text obeys this one answer. Without a supporter it costs no query.
 */
export async function decideEntitlement(
  ctx: Ctx,
  viewer: { supporterId: string | null; role: Role | null },
): Promise<Entitlement> {
  const { supporterId } = viewer;
  if (!supporterId) return signedOut;
  const [memberships, gifts, given, granted, newsroom] = await readTogether(ctx, [
    () => listMembershipAccess(ctx, supporterId),
    () => listDonorGifts(ctx, supporterId),
    () => listGiftAccess(ctx, supporterId),
    () => listGrantAccess(ctx, supporterId),
    () => readNewsroom(ctx),
  ]);
  return decide(
    { isStaff: viewer.role !== null, memberships, gifts, dated: [...given, ...granted] },
    rulesOf(newsroom),
    ctx.clock.now(),
  );
}

/** What the newsroom has set. */
export function rulesOf({ donorPass, graceDays }: Newsroom): EntitlementRules {
  return {
    graceDays,
    donorPassDays: donorPass.days,
    donorPassMinimumMinor: Object.fromEntries(
      Object.entries(donorPass.minimums).map(([currency, minimum]) => [
        currency,
        minimum.amountMinor,
      ]),
    ),
  };
}
