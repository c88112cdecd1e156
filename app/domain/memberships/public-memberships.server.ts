import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { money } from '../../kernel/money.ts';
import type { OwnGift, PublicChoice } from '../donations/wall-name.ts';
import type { Ctx } from '../ports/context.ts';
import { liveStatuses } from './membership.ts';

/** A supporter's own memberships in force, with whether their tier has its patrons named. */
export async function listPublicMemberships(
  ctx: Ctx,
  supporterId: string,
): Promise<(OwnGift & { readonly hasPerk: boolean })[]> {
  const rows = await ctx.db
    .select({ membership: memberships, perks: tiers.perks })
    .from(memberships)
    .innerJoin(tiers, eq(tiers.id, memberships.tierId))
    .where(
      and(
        eq(memberships.supporterId, supporterId),
        inArray(memberships.status, [...liveStatuses]),
        isNotNull(memberships.startedAt),
        isNull(memberships.endedAt),
      ),
    )
    .orderBy(desc(memberships.createdAt), desc(memberships.id))
    .limit(10);
  return rows.map(({ membership: row, perks }) => ({
    kind: 'membership',
    id: row.id,
    at: row.startedAt ?? row.createdAt,
    amount: money(row.amountMinor, row.currency),
    interval: row.interval,
    name: row.displayName,
    isNamed: !row.isAnonymous && row.displayName !== null,
    isAmountShown: row.isAmountShown,
    isHiddenByStaff: row.hiddenFromWallAt !== null,
    hasPerk: perks.includes('wall'),
  }));
}

/** As `setPublicDonations`, of memberships. */
export async function setPublicMemberships(
  tx: Ctx,
  input: {
    readonly supporterId: string;
    readonly name: string | null;
    readonly choices: readonly PublicChoice[];
  },
): Promise<void> {
  const own = eq(memberships.supporterId, input.supporterId);
  await tx.db
    .update(memberships)
    .set({ displayName: input.name })
    .where(and(own, isNotNull(memberships.displayName)));
  for (const { id, isNamed, isAmountShown } of input.choices) {
    await tx.db
      .update(memberships)
      .set({ isAnonymous: !isNamed, displayName: isNamed ? input.name : null, isAmountShown })
      .where(and(own, eq(memberships.id, id)));
  }
}

/** As `hideDonationName`, of memberships. */
export async function hideMembershipName(
  tx: Ctx,
  input: { readonly supporterId: string; readonly name: string; readonly hiddenAt: Date | null },
): Promise<void> {
  await tx.db
    .update(memberships)
    .set({ hiddenFromWallAt: input.hiddenAt })
    .where(
      and(eq(memberships.supporterId, input.supporterId), eq(memberships.displayName, input.name)),
    );
}

/** In whose name a membership is held; null when in none. */
export async function readMembershipName(
  ctx: Ctx,
  membershipId: string,
): Promise<{ supporterId: string; name: string } | null> {
  const rows = await ctx.db
    .select({ supporterId: memberships.supporterId, name: memberships.displayName })
    .from(memberships)
    .where(eq(memberships.id, membershipId))
    .limit(1);
  const row = rows[0];
  return row?.supporterId && row.name ? { supporterId: row.supporterId, name: row.name } : null;
}
