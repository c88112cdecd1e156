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
  /** the same, when it was taken back */
  'cancellation-undone',
  /** a membership whose end was asked for, and has come */
  'membership-ended',
  /** a membership, and the instant of the charge that comes: "<id>@<instant>" */
  'renewal-reminder',
  /** a membership, and the revision of its row that has the new terms or those that wait */
  'membership-changed',
  /** a membership, and the move to a new price: "<id>@<migration>" */
  'price-change',
  /** a membership, and the revision of its row since which it is paused */
  'membership-paused',
  /** a membership, and the instant its pause ends */
  'pause-ending',
  /** a gift, to its recipient; and the minute when it was sent once more */
  'gift-delivery',
  /** a gift that was claimed, to its giver */
  'gift-claimed',
  /** a gift that ends soon, to its recipient */
  'gift-ending',
  /** a gift that nobody has claimed, to its giver */
  'gift-unclaimed',
  /** a membership that was ended and refunded because there was one already */
  'duplicate-membership-returned',
  /** an order that was paid with the address of somebody who has an account */
  'sign-in-suggestion',
  /** a change of address (and the minute when it was asked for once more), to the mailbox that is left */
  'email-change-old',
  /** the same, to the mailbox that is to be */
  'email-change-new',
  /** a change of address that is done, and which mailbox is told: "<id>@old", "<id>@new" */
  'email-changed',
  /** a supporter, and the mailbox of the two that is told: "<id of who was merged>@merged", "…@kept" */
  'supporters-merged',
  /** a passkey that its owner's account has from now on */
  'passkey-added',
  /** a member of the staff whose passkeys were taken away, and when: "<id>@<instant>" */
  'passkeys-reset',
  /** an invitation to join the staff */
  'staff-invitation',
  /** a supporter who was erased; the address is taken out of the outbox once it is sent */
  'erasure-done',
  /** a grant of access by staff */
  'grant-given',
  /** a grant whose last day is near */
  'grant-ending',
  /** a membership, and the invoice whose payment first failed: "<id>@<invoice>" */
  'payment-failed',
  /** the same, when the bank asks its customer to confirm */
  'payment-confirm',
  /** a membership, and the instant since which its payments fail: "<id>@<instant>" */
  'payment-reminder',
  /** the same */
  'payment-last-call',
  /** the same: its extras have closed, or it has ended unpaid, whichever came first */
  'membership-closed',
  /** a refund that the staff made, to the giver */
  'payment-refunded',
  /** a membership, and the month in which its card ends: "<id>@2027-03" */
  'card-expiring',
  /** a member of the staff, and the Monday of the week that it tells of: "<id>@2026-11-16" */
  'weekly-digest',
  /** a mail whose words the newsroom tries, to whom of the staff, and the minute: "receipt@<id> …" */
  'mail-text-trial',
] as const;
export type MailTemplate = (typeof mailTemplates)[number];

/**
 * What a mail is about, for those who do not want all of them. `essential`: it belongs to money or
 * to access, and goes out always. `reminders`: what is coming. `invitations`: to give, or to return.
 * `digest`: the newsroom's week, to those of its staff who chose it.
 */
export const mailTopics = ['essential', 'reminders', 'invitations', 'digest'] as const;
export type MailTopic = (typeof mailTopics)[number];
/** A topic that one can do without. */
export type OptionalTopic = Exclude<MailTopic, 'essential'>;

export const topicOf: Readonly<Record<MailTemplate, MailTopic>> = {
  'payment-refunded': 'essential',
  'payment-failed': 'essential',
  'payment-confirm': 'essential',
  'payment-reminder': 'essential',
  'payment-last-call': 'essential',
  'membership-closed': 'essential',
  'card-expiring': 'reminders',
  'sign-in': 'essential',
  receipt: 'essential',
  'membership-welcome': 'essential',
  'cancellation-scheduled': 'essential',
  'cancellation-undone': 'essential',
  'membership-ended': 'essential',
  'renewal-reminder': 'essential',
  'membership-changed': 'essential',
  'price-change': 'essential',
  'membership-paused': 'essential',
  'pause-ending': 'essential',
  'gift-delivery': 'essential',
  'gift-claimed': 'essential',
  'gift-ending': 'reminders',
  'gift-unclaimed': 'reminders',
  'duplicate-membership-returned': 'essential',
  'sign-in-suggestion': 'essential',
  'email-change-old': 'essential',
  'email-change-new': 'essential',
  'email-changed': 'essential',
  'supporters-merged': 'essential',
  'passkey-added': 'essential',
  'passkeys-reset': 'essential',
  'staff-invitation': 'essential',
  'erasure-done': 'essential',
  'grant-given': 'essential',
  'grant-ending': 'reminders',
  'weekly-digest': 'digest',
  'mail-text-trial': 'essential',
};

export interface MailRequest {
  readonly template: MailTemplate;
  /** The row that the mail is about; together with the template it is sent at most once. */
  readonly subjectId: string;
  readonly recipient: string;
  readonly locale: Locale;
}

export interface Mail {
  /**
   * Writes the mail into the outbox within the caller's transaction and enqueues its sending. Asking
   * twice queues one. `muted`: the recipient does not want mails of its topic; that is noted, so that
   * it is not sent later either, when they want them again.
   */
  queue(db: Db, request: MailRequest): Promise<'queued' | 'already_queued' | 'muted'>;
}
