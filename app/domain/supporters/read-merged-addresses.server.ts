import { aliasedTable, eq } from 'drizzle-orm';
import { supporters } from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';

/** The addresses of two rows that the staff have merged, named by the one that was merged; null when it was not. */
export async function readMergedAddresses(
  ctx: Ctx,
  mergedId: string,
): Promise<{ keptEmail: string; mergedEmail: string } | null> {
  const kept = aliasedTable(supporters, 'kept');
  const rows = await ctx.db
    .select({ keptEmail: kept.email, mergedEmail: supporters.email })
    .from(supporters)
    .innerJoin(kept, eq(kept.id, supporters.mergedIntoId))
    .where(eq(supporters.id, mergedId))
    .limit(1);
  return rows[0] ?? null;
}
