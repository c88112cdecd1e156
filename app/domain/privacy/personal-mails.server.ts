import { asc, inArray, or, sql } from 'drizzle-orm';
import { mails } from '../../db/schema/mail.ts';
import type { Ctx } from '../ports/context.ts';
import type { MailTemplate } from '../ports/mail.ts';
import { addressWithout } from '../supporters/erased-address.ts';

/** How a person's mails are found: by where they went, and by what they were about. */
export interface MailsOf {
  readonly addresses: readonly string[];
  /** Rows of theirs that mails are about; not those whose mails go to others, as a gift's do. */
  readonly subjectIds: readonly string[];
}

/** Every mail that was sent to a person, or will be. What it said is not kept. */
export async function exportMails(ctx: Ctx, of: MailsOf) {
  return ctx.db
    .select({
      template: mails.template,
      recipient: mails.recipient,
      locale: mails.locale,
      status: mails.status,
      createdAt: mails.createdAt,
      sentAt: mails.sentAt,
    })
    .from(mails)
    .where(ofPerson(of))
    .orderBy(asc(mails.createdAt), asc(mails.id));
}

/** What may still leave the house for somebody who was erased; its address goes once it has. */
export const lastMail = 'erasure-done' satisfies MailTemplate;

/** Takes the addresses out of the outbox. What waits there is not sent any more: queue the last mail afterwards. */
export async function eraseMails(tx: Ctx, supporterId: string, of: MailsOf): Promise<void> {
  await tx.db
    .update(mails)
    .set({
      recipient: addressWithout(supporterId),
      status: sql`case when ${mails.status} in ('queued', 'failed') then 'dismissed' else ${mails.status} end`,
    })
    .where(ofPerson(of));
}

function ofPerson({ addresses, subjectIds }: MailsOf) {
  return or(
    inArray(mails.recipient, [...addresses]),
    // A subject may have an instant after its row: "<id>@<instant>".
    inArray(sql`split_part(${mails.subjectId}, '@', 1)`, [...subjectIds]),
  );
}
