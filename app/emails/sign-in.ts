import { localPath } from '../kernel/locale.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface SignInMailView extends MailFrame {
  readonly token: string;
  /** Six digits. */
  readonly code: string;
  readonly minutes: number;
}

/** The link and the code, for whoever asked with this address. Says nothing about whether there is an account. */
export function signInMail(t: Translate, view: SignInMailView): RenderedMail {
  const newsroom = view.newsroom.name;
  const spacedCode = `${view.code.slice(0, 3)} ${view.code.slice(3)}`;
  return composeMail(t, view, {
    subject: t('mail.signIn.subject', { newsroom, code: spacedCode }),
    blocks: [
      { kind: 'paragraph', text: t('mail.signIn.lead', { newsroom }) },
      {
        kind: 'button',
        label: t('mail.signIn.button'),
        href: view.appUrl + localPath(view.locale, `/sign-in/link/${view.token}`),
      },
      { kind: 'small', text: t('mail.signIn.linkNote', { minutes: view.minutes }) },
      { kind: 'paragraph', text: t('mail.signIn.codeLead') },
      { kind: 'code', text: spacedCode },
      { kind: 'small', text: t('mail.signIn.ignore') },
    ],
  });
}
