import { and, asc, count, desc, eq, isNull, max, sql } from 'drizzle-orm';
import { passkeys } from '../../../db/schema/passkeys.ts';
import { staffInvitations } from '../../../db/schema/staff.ts';
import { sessions, staffRoles, supporters } from '../../../db/schema/supporters.ts';
import type { Ctx } from '../../ports/context.ts';
import type { StaffList, StaffMember } from './staff.ts';

/** Everyone who has a role, the longest-serving first, and who was asked to have one. */
export async function listStaff(ctx: Ctx): Promise<StaffList> {
  const invited = await ctx.db
    .select({
      id: staffInvitations.id,
      email: supporters.email,
      role: staffInvitations.role,
      createdAt: staffInvitations.createdAt,
      expiresAt: staffInvitations.expiresAt,
    })
    .from(staffInvitations)
    .innerJoin(supporters, eq(supporters.id, staffInvitations.supporterId))
    .where(and(isNull(staffInvitations.acceptedAt), isNull(staffInvitations.withdrawnAt)))
    .orderBy(desc(staffInvitations.createdAt));
  const now = ctx.clock.now();
  return {
    members: await listMembers(ctx, null),
    invitations: invited.map((row) => ({ ...row, isExpired: row.expiresAt <= now })),
  };
}

/** One member of staff, or null when they have no role. */
export async function readStaffMember(ctx: Ctx, supporterId: string): Promise<StaffMember | null> {
  const [member] = await listMembers(ctx, supporterId);
  return member ?? null;
}

async function listMembers(ctx: Ctx, supporterId: string | null): Promise<StaffMember[]> {
  const seen = ctx.db
    .select({ supporterId: sessions.supporterId, at: max(sessions.lastSeenAt).as('seen_at') })
    .from(sessions)
    .groupBy(sessions.supporterId)
    .as('seen');
  const keys = ctx.db
    .select({ supporterId: passkeys.supporterId, count: count().as('key_count') })
    .from(passkeys)
    .groupBy(passkeys.supporterId)
    .as('keys');
  return ctx.db
    .select({
      supporterId: staffRoles.supporterId,
      email: supporters.email,
      name: supporters.name,
      role: staffRoles.role,
      grantedAt: staffRoles.grantedAt,
      lastSeenAt: seen.at,
      // Who has none is not in the join.
      passkeys: sql`coalesce(${keys.count}, 0)`.mapWith(Number),
    })
    .from(staffRoles)
    .innerJoin(supporters, eq(supporters.id, staffRoles.supporterId))
    .leftJoin(seen, eq(seen.supporterId, staffRoles.supporterId))
    .leftJoin(keys, eq(keys.supporterId, staffRoles.supporterId))
    .where(supporterId ? eq(staffRoles.supporterId, supporterId) : undefined)
    .orderBy(asc(staffRoles.grantedAt), asc(staffRoles.supporterId));
}
