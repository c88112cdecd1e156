import { sql } from 'drizzle-orm';
import type { Ctx } from '../ports/context.ts';
import { withOwners } from './list-work.server.ts';
import type { Waiting } from './work.ts';

/** Every page of the desk asks: beyond this it only says "more". */
const countedUpTo = 99;

/**
 * How much waits for anybody, as the list of it shows: what is done does not. One query, which
 * stops at a bound.
 */
export async function countWaiting(
  ctx: Ctx,
  { timeZone }: { readonly timeZone: string },
): Promise<Waiting> {
  const { rows } = await ctx.db.execute<{ count: number }>(sql`
    select count(*)::integer as count from (
      select 1 from (${withOwners(ctx, timeZone)}) as items
      where state <> 'done' limit ${countedUpTo + 1}) as waiting`);
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, countedUpTo), isMore: count > countedUpTo };
}
