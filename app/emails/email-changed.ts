import { localPath } from '../kernel/locale.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface EmailChangedView extends MailFrame {
  readonly name: string | null;
  readonly oldEmail: string;
  readonly newEmail: string;
  readonly mailbox: 'old' | 'new';
  /** The newsroom has changed it, because the old mailbox could not be reached. */
  readonly isByStaff: boolean;
}

/** To both mailboxes: from now on the new address signs in. */
export function emailChangedMail(t: Translate, view: EmailChangedView): RenderedMail {
  const newsroom = view.newsroom.name;
  const { oldEmail, newEmail, mailbox } = view;
  return composeMail(t, view, {
    subject: t('mail.emailChanged.subject', { newsroom }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t(view.isByStaff ? 'mail.emailChanged.leadStaff' : 'mail.emailChanged.lead', {
          newsroom,
          oldEmail,
          newEmail,
        }),
      },
      { kind: 'paragraph', text: t('mail.emailChanged.sessions') },
      mailbox === 'new'
        ? {
            kind: 'button',
            label: t('mail.emailChanged.button'),
            href: view.appUrl + localPath(view.locale, '/account/profile'),
          }
        : {
            kind: 'paragraph',
            text: t('mail.emailChanged.notYou', { email: view.newsroom.contactEmail }),
          },
    ],
  });
}
