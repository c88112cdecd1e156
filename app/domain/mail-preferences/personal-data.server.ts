import { asc, inArray } from 'drizzle-orm';
import { mutedMailTopics } from '../../db/schema/mail.ts';
import { hashAddress } from '../../platform/address-hash.ts';
import type { Ctx } from '../ports/context.ts';

/**
 * Which mails a person does not want, by address. Not erased with them: what is kept is a hash, and
 * only so that who wanted no mail gets none.
 */
export async function exportMailPreferences(ctx: Ctx, addresses: readonly string[]) {
  const rows = await ctx.db
    .select()
    .from(mutedMailTopics)
    .where(inArray(mutedMailTopics.addressHash, addresses.map(hashAddress)))
    .orderBy(asc(mutedMailTopics.mutedAt));
  return rows.map(({ addressHash, topic, mutedAt, mutedBy }) => ({
    email: addresses.find((address) => hashAddress(address) === addressHash) ?? null,
    ...{ notWanted: topic, since: mutedAt, by: mutedBy },
  }));
}
