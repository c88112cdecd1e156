import { asc, eq, inArray } from 'drizzle-orm';
import { staffRoles, supporters } from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';
import type { Role } from './viewer.ts';

/** The members of staff who have one of these roles, by name. */
export function listRoleHolders(
  ctx: Ctx,
  roles: readonly Role[],
): Promise<{ id: string; name: string | null; email: string }[]> {
  return ctx.db
    .select({ id: supporters.id, name: supporters.name, email: supporters.email })
    .from(staffRoles)
    .innerJoin(supporters, eq(supporters.id, staffRoles.supporterId))
    .where(inArray(staffRoles.role, [...roles]))
    .orderBy(asc(supporters.name), asc(supporters.email));
}
