import { and, eq } from 'drizzle-orm';
import type { Db } from '../../db/client.server.ts';
import { mutedMailTopics } from '../../db/schema/mail.ts';
import { type MailTemplate, topicOf } from '../../domain/ports/mail.ts';
import { hashAddress } from '../../platform/address-hash.ts';

/** Does this recipient not want mails like this one? Asks nothing about those that everybody gets. */
export async function isMuted(
  db: Db,
  mail: { readonly template: MailTemplate; readonly recipient: string },
): Promise<boolean> {
  const topic = topicOf[mail.template];
  if (topic === 'essential') return false;
  const rows = await db
    .select({ topic: mutedMailTopics.topic })
    .from(mutedMailTopics)
    .where(
      and(
        eq(mutedMailTopics.addressHash, hashAddress(mail.recipient)),
        eq(mutedMailTopics.topic, topic),
      ),
    );
  return rows.length > 0;
}
