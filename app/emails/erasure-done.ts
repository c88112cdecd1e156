import type { Translate } from '../messages/translate.ts';
import { composeMail } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

/** The last mail that somebody gets: what is gone, and what the law keeps. */
export function erasureDoneMail(t: Translate, view: MailFrame): RenderedMail {
  const newsroom = view.newsroom.name;
  return composeMail(t, view, {
    subject: t('mail.erasure.subject', { newsroom }),
    blocks: [
      { kind: 'paragraph', text: t('mail.helloNoName') },
      { kind: 'paragraph', text: t('mail.erasure.lead', { newsroom }) },
      { kind: 'paragraph', text: t('mail.erasure.kept') },
      { kind: 'paragraph', text: t('mail.erasure.stripe') },
      { kind: 'paragraph', text: t('mail.erasure.address') },
      {
        kind: 'paragraph',
        text: t('mail.erasure.notYou', { email: view.newsroom.contactEmail }),
      },
      { kind: 'paragraph', text: t('mail.erasure.thanks') },
    ],
  });
}
