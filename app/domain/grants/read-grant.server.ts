import { eq } from 'drizzle-orm';
import { grants } from '../../db/schema/grants.ts';
import type { Ctx } from '../ports/context.ts';
import { listGrants } from './list-grants.server.ts';
import type { ListedGrant } from './grant.ts';

/** One grant, or null. */
export async function readGrant(ctx: Ctx, grantId: string): Promise<ListedGrant | null> {
  const rows = await ctx.db
    .select({ supporterId: grants.supporterId })
    .from(grants)
    .where(eq(grants.id, grantId))
    .limit(1);
  const supporterId = rows[0]?.supporterId;
  if (!supporterId) return null;
  const all = await listGrants(ctx, { supporterId, limit: 200 });
  return all.find((grant) => grant.id === grantId) ?? null;
}
