import type { MailFrame, RenderedMail } from '../../../emails/mail.ts';
import type { Newsroom } from '../../../domain/newsroom/newsroom.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Services } from '../../../services.server.ts';
import type { WaitingMail } from '../outbox-row.server.ts';

/** subject_gone: the row it is about is not there. too_late: what it would say is not so any more. */
export type UnsendableReason = 'subject_gone' | 'too_late';
export type Prepared = Result<RenderedMail, UnsendableReason>;

/** What every mail is written from. */
export interface Preparation {
  readonly services: Services;
  readonly mail: WaitingMail;
  readonly frame: MailFrame;
  readonly newsroom: Newsroom;
}

/** Writes a mail from what its subject row says now, in the mail's language. */
export type Prepare = (preparation: Preparation) => Promise<Prepared>;

/** The row that a subject names: some have an instant after it, "<id>@<instant>". */
export function subjectRow({ mail }: Preparation): string {
  return mail.subjectId.split('@')[0] ?? '';
}
