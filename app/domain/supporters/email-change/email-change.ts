import { hoursMs } from '../../../kernel/dates.ts';

/** Both mailboxes must agree within this time. */
export const emailChangeHours = 24;
export const emailChangeMs = emailChangeHours * hoursMs;

/** Which of the two mailboxes a link was mailed to. */
export type Mailbox = 'old' | 'new';

/** A wish that is under way, as its owner sees it. */
export interface EmailChangeView {
  readonly id: string;
  readonly newEmail: string;
  readonly isOldConfirmed: boolean;
  readonly isNewConfirmed: boolean;
  readonly expiresAt: Date;
}

/** done: nothing is left to do. refused: stopped from a mailbox. ended: called off, replaced by a newer wish, or not possible any more. */
export type ChangeLinkState =
  'live' | 'confirmed' | 'done' | 'refused' | 'ended' | 'expired' | 'unknown';

/** What a link from one of the mails is worth. */
export interface ChangeLink {
  readonly state: ChangeLinkState;
  readonly mailbox: Mailbox;
  readonly oldEmail: string;
  readonly newEmail: string;
  /** Has the other mailbox agreed already? */
  readonly isOtherConfirmed: boolean;
}
