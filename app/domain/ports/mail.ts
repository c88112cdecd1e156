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

/**
 * What a mail is about, for those who do not want all of them. `essential`: it belongs to money or
 * to access, and goes out always. `reminders`: what is coming. `invitations`: to give, or to return.
 */
export const mailTopics = ['essential', 'reminders', 'invitations'] as const;
export type MailTopic = (typeof mailTopics)[number];

export const topicOf: Readonly<Record<MailTemplate, MailTopic>> = {
  'sign-in': 'essential',
  receipt: 'essential',
  'membership-welcome': 'essential',
  'cancellation-scheduled': 'essential',
  'duplicate-membership-returned': 'essential',
  'sign-in-suggestion': 'essential',
};

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
