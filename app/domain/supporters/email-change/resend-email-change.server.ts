import { isLocale } from '../../../kernel/locale.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { readEmailChange, readOpenEmailChange } from './read-email-change.server.ts';

/**
 * Mails the links once more, to each mailbox that has not agreed yet. The links of the earlier
 * mails die with it. A double click within a minute sends one. Answers false when nothing is under
 * way. Caller's duty: the limits.
 */
export async function resendEmailChange(ctx: Ctx, supporterId: string): Promise<boolean> {
  const open = await readOpenEmailChange(ctx, supporterId);
  const change = open && (await readEmailChange(ctx, open.id));
  if (!change) return false;
  const about = {
    subjectId: `${change.id}@${ctx.clock.now().toISOString().slice(0, 16)}`,
    locale: isLocale(change.locale) ? change.locale : ('en' as const),
  };
  await inTransaction(ctx, async (tx) => {
    if (!change.oldConfirmedAt) {
      await tx.mail.queue(tx.db, {
        ...{ template: 'email-change-old', recipient: change.oldEmail },
        ...about,
      });
    }
    if (!change.newConfirmedAt) {
      await tx.mail.queue(tx.db, {
        ...{ template: 'email-change-new', recipient: change.newEmail },
        ...about,
      });
    }
  });
  return true;
}
