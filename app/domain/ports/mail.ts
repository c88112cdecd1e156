import type { Db } from '../../db/client.server.ts';
import type { Locale } from '../../kernel/locale.ts';

/** Every mail there is. What `subjectId` names is said beside each. */
export const mailTemplates = [
  /** a sign-in request */
  'sign-in',
  /** a payment (of a donation or of a membership), and the minute when it was asked for once more */
  'receipt',
  /** a membership */
  'membership-welcome',
  /** a membership, and the instant the cancellation was asked for */
  'cancellation-scheduled',
  /** a membership that was ended and refunded because there was one already */
  'duplicate-membership-returned',
  /** an order that was paid with the address of somebody who has an account */
  'sign-in-suggestion',
] as const;
export type MailTemplate = (typeof mailTemplates)[number];

export interface MailRequest {
  readonly template: MailTemplate;
  /** The row that the mail is about; together with the template it is sent at most once. */
  readonly subjectId: string;
  readonly recipient: string;
  readonly locale: Locale;
}

export interface Mail {
  /** Writes the mail into the outbox within the caller's transaction and enqueues its sending. Asking twice queues one. */
  queue(db: Db, request: MailRequest): Promise<'queued' | 'already_queued'>;
}
