import { inArray } from 'drizzle-orm';
import { supporters } from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';

/** What people are called where staff see each other: a name, else an address. One query. */
export async function namesOf(
  ctx: Ctx,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: supporters.id, name: supporters.name, email: supporters.email })
    .from(supporters)
    .where(inArray(supporters.id, known));
  return new Map(rows.map(({ id, name, email }) => [id, name ?? email]));
}
