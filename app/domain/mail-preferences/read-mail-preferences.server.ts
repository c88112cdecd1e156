import { eq } from 'drizzle-orm';
import { mutedMailTopics } from '../../db/schema/mail.ts';
import type { Ctx } from '../ports/context.ts';
import type { MailPreferences } from './mail-preferences.ts';

/** Which of the optional mails an address gets. The same query and the same kind of answer for one that was never heard of. */
export async function readMailPreferences(ctx: Ctx, addressHash: string): Promise<MailPreferences> {
  const rows = await ctx.db
    .select({ topic: mutedMailTopics.topic })
    .from(mutedMailTopics)
    .where(eq(mutedMailTopics.addressHash, addressHash));
  const isMuted = new Set(rows.map(({ topic }) => topic));
  return { reminders: !isMuted.has('reminders'), invitations: !isMuted.has('invitations') };
}
