import { and, eq, inArray } from 'drizzle-orm';
import { mutedMailTopics } from '../../db/schema/mail.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import {
  type MailPreferences,
  type PreferencesSource,
  optionalTopics,
} from './mail-preferences.ts';

/**
 * Sets which of the optional mails an address gets. Mails that are waiting to go out obey as well:
 * it is asked again when each is sent. Caller's duty: that the wish is the mailbox's owner's.
 */
export async function saveMailPreferences(
  ctx: Ctx,
  input: {
    readonly addressHash: string;
    readonly wanted: MailPreferences;
    readonly source: PreferencesSource;
  },
): Promise<void> {
  const { addressHash, wanted } = input;
  const muted = optionalTopics.filter((topic) => !wanted[topic]);
  const open = optionalTopics.filter((topic) => wanted[topic]);
  await inTransaction(ctx, async (tx) => {
    if (open.length > 0) {
      await tx.db
        .delete(mutedMailTopics)
        .where(
          and(eq(mutedMailTopics.addressHash, addressHash), inArray(mutedMailTopics.topic, open)),
        );
    }
    if (muted.length > 0) {
      await tx.db
        .insert(mutedMailTopics)
        .values(
          muted.map((topic) => ({
            addressHash,
            topic,
            mutedAt: tx.clock.now(),
            mutedBy: input.source,
          })),
        )
        .onConflictDoNothing();
    }
  });
}
