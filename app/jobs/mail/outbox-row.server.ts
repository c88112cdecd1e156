import { and, eq, sql } from 'drizzle-orm';
import { mails } from '../../db/schema/mail.ts';
import { subjectOf } from '../../domain/outbox/mail-again.ts';
import { lastMail } from '../../domain/privacy/personal-mails.server.ts';
import { mailTemplates, type MailTemplate } from '../../domain/ports/mail.ts';
import { defaultLocale, isLocale, type Locale } from '../../kernel/locale.ts';
import type { Services } from '../../services.server.ts';

/** A mail of the outbox that waits to be sent. */
export interface WaitingMail {
  readonly id: string;
  readonly template: MailTemplate;
  readonly subjectId: string;
  readonly recipient: string;
  readonly locale: Locale;
  /** How often it was tried before. */
  readonly attempts: number;
}

/** Null when it does not wait any more. */
export async function readWaitingMail(
  services: Services,
  mailId: string,
): Promise<WaitingMail | null> {
  const rows = await services.db
    .select()
    .from(mails)
    .where(and(eq(mails.id, mailId), eq(mails.status, 'queued')));
  const row = rows[0];
  if (!row) return null;
  const template = mailTemplates.find((known) => known === row.template);
  if (!template) {
    await markFailed(services, row.id, 'template_unknown');
    return null;
  }
  return {
    id: row.id,
    template,
    subjectId: subjectOf(row.subjectId),
    recipient: row.recipient,
    locale: isLocale(row.locale) ? row.locale : defaultLocale,
    attempts: row.attempts,
  };
}

/**
 * Takes a waiting mail just before it is handed over. Of several workers one gets it, because the
 * database lets only one turn `queued` into `sending`. A worker that dies afterwards leaves
 * `sending` behind, for staff to see: whether the mail went out can't be known then, and twice is
 * worse than a question. Answers which try this is; null when another one has it.
 */
export async function claimMail({ db }: Services, mailId: string): Promise<number | null> {
  const rows = await db
    .update(mails)
    .set({ status: 'sending', attempts: sql`${mails.attempts} + 1` })
    .where(and(eq(mails.id, mailId), eq(mails.status, 'queued')))
    .returning({ attempts: mails.attempts });
  return rows[0]?.attempts ?? null;
}

/** Counts a try that did not come as far as being handed over. */
export async function markUnwritten(
  { db }: Services,
  mailId: string,
  status: 'queued' | 'failed',
): Promise<void> {
  await db
    .update(mails)
    .set({ status, failureCode: 'not_written', attempts: sql`${mails.attempts} + 1` })
    .where(and(eq(mails.id, mailId), eq(mails.status, 'queued')));
}

/** Of the last mail to somebody who was erased nothing is kept once it is over, whether it arrived or not. */
const keptRecipient = sql`case when ${mails.template} = ${lastMail} then 'erased:' || ${mails.subjectId} else ${mails.recipient} end`;

export async function markSent({ db, clock }: Services, mailId: string): Promise<void> {
  await db
    .update(mails)
    .set({ status: 'sent', sentAt: clock.now(), failureCode: null, recipient: keptRecipient })
    .where(eq(mails.id, mailId));
}

/** Gives a mail back that was certainly not handed over. */
export async function markWaiting({ db }: Services, mailId: string, code: string): Promise<void> {
  await db.update(mails).set({ status: 'queued', failureCode: code }).where(eq(mails.id, mailId));
}

export async function markFailed({ db }: Services, mailId: string, code: string): Promise<void> {
  await db
    .update(mails)
    .set({ status: 'failed', failureCode: code, recipient: keptRecipient })
    .where(eq(mails.id, mailId));
}

/** Its recipient does not want it. Not when another worker has it in hand already. */
export async function markMuted({ db }: Services, mailId: string): Promise<void> {
  await db
    .update(mails)
    .set({ status: 'muted', failureCode: null })
    .where(and(eq(mails.id, mailId), eq(mails.status, 'queued')));
}
