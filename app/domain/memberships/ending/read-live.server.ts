import { type SQL, and, eq, inArray } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import type { Ctx } from '../../ports/context.ts';
import type { Membership } from '../converge-membership.server.ts';
import { liveStatuses } from '../membership.ts';

/** Which membership is meant: the one in force of somebody signed in, or the one that a mail's link names. */
export type Whose = { readonly supporterId: string } | { readonly membershipId: string };

export function isOf(whose: Whose): SQL {
  return 'supporterId' in whose
    ? eq(memberships.supporterId, whose.supporterId)
    : eq(memberships.id, whose.membershipId);
}

/** The membership that is meant, as the database has it now; null when it is not in force. */
export async function readLive(ctx: Ctx, whose: Whose): Promise<Membership | null> {
  const rows = await ctx.db
    .select()
    .from(memberships)
    .where(and(isOf(whose), inArray(memberships.status, [...liveStatuses])))
    .limit(1);
  return rows[0] ?? null;
}
