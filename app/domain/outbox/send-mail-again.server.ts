import { and, eq, sql } from 'drizzle-orm';
import { mails } from '../../db/schema/mail.ts';
import { addDays } from '../../kernel/dates.ts';
import { isLocale } from '../../kernel/locale.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { mailTemplates } from '../ports/mail.ts';
import { lockSupporters } from '../supporters/personal-data.server.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { mayGoAgain, mostAgainADay, subjectAgain, subjectOf } from './mail-again.ts';

export type SendAgainFailure = 'gone' | 'not_safe' | 'not_ended' | 'too_often';

/**
 * Sends a mail once more to the person to whom it went, at the address that they have now. Each
 * sending is a mail of its own in the outbox, so that each goes out once at most.
 * Caller's duty: that the actor may.
 */
export async function sendMailAgain(
  ctx: Ctx,
  input: {
    readonly actorId: string;
    readonly supporterId: string;
    readonly mailId: string;
    readonly reason: string;
  },
): Promise<Result<null, SendAgainFailure>> {
  const { actorId, supporterId, mailId, reason } = input;
  return inTransaction(ctx, async (tx) => {
    // Who asks at the same time waits: what has gone is counted once.
    const [person] = await lockSupporters(tx, [supporterId]);
    if (!person || person.erasedAt || person.mergedIntoId) return fail('gone');
    const [mail] = await tx.db
      .select()
      .from(mails)
      .where(and(eq(mails.id, mailId), eq(mails.recipient, person.email)));
    const template = mailTemplates.find((known) => known === mail?.template);
    if (!mail || !template) return fail('gone');
    if (['queued', 'sending'].includes(mail.status)) return fail('not_ended');
    if (!mayGoAgain(mail)) return fail('not_safe');
    const subjectId = subjectOf(mail.subjectId);
    const again = await tx.db
      .select({ createdAt: mails.createdAt, status: mails.status })
      .from(mails)
      .where(
        and(
          eq(mails.recipient, person.email),
          eq(mails.template, template),
          sql`starts_with(${mails.subjectId}, ${`${subjectId}#`})`,
        ),
      );
    if (again.some(({ status }) => status === 'queued')) return fail('not_ended');
    const dayAgo = addDays(tx.clock.now(), -1);
    if (again.filter(({ createdAt }) => createdAt > dayAgo).length >= mostAgainADay) {
      return fail('too_often');
    }
    let sending = again.length;
    let outcome: string;
    do {
      sending += 1;
      outcome = await tx.mail.queue(tx.db, {
        template,
        subjectId: subjectAgain(subjectId, sending),
        recipient: person.email,
        locale: isLocale(mail.locale) ? mail.locale : 'en',
      });
      // Sent again before, when they had another address: the next number is free.
    } while (outcome === 'already_queued');
    await recordAudit(tx, {
      ...{ actorId, action: 'mail.sent_again', reason },
      ...{ subjectKind: 'supporter', subjectId: supporterId, detail: { template } },
    });
    return ok(null);
  });
}
