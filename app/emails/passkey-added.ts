import { formatInstant } from '../kernel/format.ts';
import { localPath } from '../kernel/locale.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';
import { plainName } from './plain-words.ts';

export interface PasskeyAddedView extends MailFrame {
  readonly name: string | null;
  readonly passkeyName: string;
  readonly addedAt: Date;
}

/** From now on a passkey opens the account: its owner would want to know if it was not them. */
export function passkeyAddedMail(t: Translate, view: PasskeyAddedView): RenderedMail {
  const newsroom = view.newsroom.name;
  return composeMail(t, view, {
    subject: t('passkeys.mail.subject', { newsroom }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t('passkeys.mail.lead', {
          newsroom,
          name: plainName(view.passkeyName) ?? '…',
          date: formatInstant(view.addedAt, view.locale, view.newsroom.timeZone),
        }),
      },
      {
        kind: 'button',
        label: t('passkeys.mail.button'),
        href: view.appUrl + localPath(view.locale, '/account/passkeys'),
      },
      {
        kind: 'small',
        text: t('passkeys.mail.notYou', { email: view.newsroom.contactEmail }),
      },
    ],
  });
}
