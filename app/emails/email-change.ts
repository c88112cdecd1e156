import { localPath } from '../kernel/locale.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail } from './compose-mail.ts';
import type { Block, MailFrame, RenderedMail } from './mail.ts';

export interface EmailChangeOldView extends MailFrame {
  readonly newEmail: string;
  readonly token: string;
  readonly hours: number;
}

/** To the mailbox that is to be left: agree, or stop it. */
export function emailChangeOldMail(t: Translate, view: EmailChangeOldView): RenderedMail {
  const newsroom = view.newsroom.name;
  const { newEmail, hours } = view;
  return composeMail(t, view, {
    subject: t('mail.emailChange.oldSubject', { newsroom }),
    blocks: [
      { kind: 'paragraph', text: t('mail.emailChange.oldLead', { newsroom, newEmail }) },
      { kind: 'button', label: t('mail.emailChange.button'), href: linkOf(view) },
      { kind: 'small', text: t('mail.emailChange.note', { hours }) },
      { kind: 'paragraph', text: t('mail.emailChange.oldNotYou') },
    ],
  });
}

export interface EmailChangeNewView extends MailFrame {
  readonly oldEmail: string;
  /** Null: this address is somebody's already, so there is nothing to agree to. */
  readonly token: string | null;
  readonly hours: number;
}

/** To the mailbox that is to be. Of whom it is asked for says nothing when the address is taken. */
export function emailChangeNewMail(t: Translate, view: EmailChangeNewView): RenderedMail {
  const newsroom = view.newsroom.name;
  const { oldEmail, hours, token } = view;
  const subject = t('mail.emailChange.newSubject', { newsroom });
  const blocks: Block[] =
    token === null
      ? [
          { kind: 'paragraph', text: t('mail.emailChange.takenLead', { newsroom }) },
          { kind: 'paragraph', text: t('mail.emailChange.takenNothing') },
          {
            kind: 'paragraph',
            text: t('mail.emailChange.takenMerge', { email: view.newsroom.contactEmail }),
          },
          {
            kind: 'button',
            label: t('mail.emailChange.takenButton'),
            href: view.appUrl + localPath(view.locale, '/sign-in'),
          },
        ]
      : [
          { kind: 'paragraph', text: t('mail.emailChange.newLead', { newsroom, oldEmail }) },
          { kind: 'button', label: t('mail.emailChange.button'), href: linkOf({ ...view, token }) },
          { kind: 'small', text: t('mail.emailChange.note', { hours }) },
          { kind: 'small', text: t('mail.emailChange.newNotYou') },
        ];
  return composeMail(t, view, { subject, blocks });
}

function linkOf(view: MailFrame & { readonly token: string }): string {
  return view.appUrl + localPath(view.locale, `/links/email-change/${view.token}`);
}
