import { eq } from 'drizzle-orm';
import { mutedMailTopics } from '../../db/schema/mail.ts';
import { hashAddress } from '../../platform/address-hash.ts';
import type { Ctx } from '../ports/context.ts';

/**
 * Lets a person's wishes hold for another address of theirs as well: what either did not want, the
 * new one does not get. The old address keeps its own.
 */
export async function carryMailPreferences(
  ctx: Ctx,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(mutedMailTopics)
    .where(eq(mutedMailTopics.addressHash, hashAddress(from)));
  if (rows.length === 0) return;
  await ctx.db
    .insert(mutedMailTopics)
    .values(rows.map((row) => ({ ...row, addressHash: hashAddress(to) })))
    .onConflictDoNothing();
}
