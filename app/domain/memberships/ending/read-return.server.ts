import { readNewsroom } from '../../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../../ports/context.ts';
import { listTiers } from '../list-tiers.server.ts';
import { type FormerMembership, type WayBack, wayBack } from './former-membership.ts';
import { listFormerMemberships } from './list-former-memberships.server.ts';

/**
 * What somebody had, the last first, and how to begin the last one anew. Caller's duty: that the
 * asker may see it, and that no membership of theirs is in force when the way back is shown.
 */
export async function readReturn(
  ctx: Ctx,
  supporterId: string,
): Promise<{ former: FormerMembership[]; back: WayBack | null }> {
  const former = await listFormerMemberships(ctx, supporterId);
  const last = former[0];
  if (!last) return { former, back: null };
  const { amounts } = await readNewsroom(ctx);
  return { former, back: wayBack(last, await listTiers(ctx), amounts) };
}
