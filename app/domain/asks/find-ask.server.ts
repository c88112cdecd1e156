import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { asks } from '../../db/schema/asks.ts';
import type { Ctx } from '../ports/context.ts';

/** The id of an ask that there is, or null: what a form claims is not believed. */
export async function findAskId(ctx: Ctx, claimed: string | null): Promise<string | null> {
  if (!z.uuid().safeParse(claimed).success || claimed === null) return null;
  const [row] = await ctx.db.select({ id: asks.id }).from(asks).where(eq(asks.id, claimed));
  return row?.id ?? null;
}
