import type { Role } from '../domain/supporters/viewer.ts';
import { formatInstant } from '../kernel/format.ts';
import { localPath } from '../kernel/locale.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface StaffInvitationView extends MailFrame {
  readonly role: Role;
  readonly expiresAt: Date;
  readonly token: string;
}

/** The way to the desk, for somebody who was asked to work there. */
export function staffInvitationMail(t: Translate, view: StaffInvitationView): RenderedMail {
  const newsroom = view.newsroom.name;
  return composeMail(t, view, {
    subject: t('staff.mail.subject', { newsroom }),
    blocks: [
      { kind: 'paragraph', text: t('staff.mail.lead', { newsroom }) },
      { kind: 'paragraph', text: t(`staff.roleMeans.${view.role}`) },
      {
        kind: 'button',
        label: t('staff.mail.button'),
        href: view.appUrl + localPath(view.locale, `/links/staff/${view.token}`),
      },
      {
        kind: 'small',
        text: t('staff.mail.until', {
          date: formatInstant(view.expiresAt, view.locale, view.newsroom.timeZone),
        }),
      },
    ],
  });
}
