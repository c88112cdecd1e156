import { localPath } from '../kernel/locale.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

/** Somebody paid with the address of an existing account: its owner is told, and the browser that paid is not let in. */
export function signInSuggestionMail(t: Translate, view: MailFrame): RenderedMail {
  const newsroom = view.newsroom.name;
  return composeMail(t, view, {
    subject: t('mail.suggestion.subject', { newsroom }),
    blocks: [
      { kind: 'paragraph', text: t('mail.suggestion.lead', { newsroom }) },
      { kind: 'paragraph', text: t('mail.suggestion.why') },
      {
        kind: 'button',
        label: t('mail.suggestion.button'),
        href: view.appUrl + localPath(view.locale, '/sign-in'),
      },
      { kind: 'small', text: t('mail.suggestion.notYou') },
    ],
  });
}
