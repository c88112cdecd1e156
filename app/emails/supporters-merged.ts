import { localPath } from '../kernel/locale.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface SupportersMergedView extends MailFrame {
  readonly keptEmail: string;
  readonly mergedEmail: string;
}

/** To both mailboxes: two accounts are one now, and both addresses open it. */
export function supportersMergedMail(t: Translate, view: SupportersMergedView): RenderedMail {
  const newsroom = view.newsroom.name;
  const { keptEmail, mergedEmail } = view;
  return composeMail(t, view, {
    subject: t('mail.merged.subject', { newsroom }),
    blocks: [
      { kind: 'paragraph', text: t('mail.helloNoName') },
      { kind: 'paragraph', text: t('mail.merged.lead', { newsroom, keptEmail, mergedEmail }) },
      { kind: 'paragraph', text: t('mail.merged.both', { keptEmail }) },
      {
        kind: 'button',
        label: t('mail.merged.button'),
        href: view.appUrl + localPath(view.locale, '/account'),
      },
      {
        kind: 'paragraph',
        text: t('mail.merged.notYou', { email: view.newsroom.contactEmail }),
      },
    ],
  });
}
