import { mutedMailTopics } from '../../db/schema/mail.ts';
import type { Ctx } from '../ports/context.ts';
import type { PreferencesToken } from './preferences-link.ts';

/** Ends the mails of one topic, at the press of the mail program's button. Doing it again changes nothing. */
export async function muteTopic(ctx: Ctx, { addressHash, topic }: PreferencesToken): Promise<void> {
  await ctx.db
    .insert(mutedMailTopics)
    .values({ addressHash, topic, mutedAt: ctx.clock.now(), mutedBy: 'one_click' })
    .onConflictDoNothing();
}
