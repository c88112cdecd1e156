import { localPath } from '../kernel/locale.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface PasskeysResetView extends MailFrame {
  readonly name: string | null;
}

/** A member of staff can add a new passkey; who did not ask for that would want to know. */
export function passkeysResetMail(t: Translate, view: PasskeysResetView): RenderedMail {
  const newsroom = view.newsroom.name;
  return composeMail(t, view, {
    subject: t('twoFactor.mail.subject', { newsroom }),
    blocks: [
      greeting(t, view.name),
      { kind: 'paragraph', text: t('twoFactor.mail.lead', { newsroom }) },
      {
        kind: 'button',
        label: t('twoFactor.mail.button'),
        href: view.appUrl + localPath(view.locale, '/account/passkeys'),
      },
      { kind: 'small', text: t('twoFactor.mail.notYou', { email: view.newsroom.contactEmail }) },
    ],
  });
}
