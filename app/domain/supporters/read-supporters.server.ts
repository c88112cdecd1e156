import { inArray } from 'drizzle-orm';
import { supporters } from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';

/** Several supporters by id. Caller's duty: that the asker may see them. */
export async function readSupporters(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, { id: string; email: string; name: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: supporters.id, email: supporters.email, name: supporters.name })
    .from(supporters)
    .where(inArray(supporters.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}
