import type { Ctx } from '../ports/context.ts';
import { rolesWith } from '../reports/permissions.ts';
import { listRoleHolders } from '../supporters/list-role-holders.server.ts';
import type { Named } from './work.ts';

/** Who may take something on. */
export async function listColleagues(ctx: Ctx): Promise<Named[]> {
  return listRoleHolders(ctx, rolesWith('today.act'));
}
