import { formatDay } from '../kernel/format.ts';
import { localPath } from '../kernel/locale.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface MembershipEndedView extends MailFrame {
  readonly name: string | null;
  readonly tierName: string;
  readonly endedAt: Date;
}

/** Sent once, when a membership that its patron ended is over: thanks, what closes, and the way back. */
export function membershipEndedMail(t: Translate, view: MembershipEndedView): RenderedMail {
  const date = formatDay(view.endedAt, view.locale, view.newsroom.timeZone);
  const newsroom = view.newsroom.name;
  return composeMail(t, view, {
    subject: t('ending.mail.ended.subject', { newsroom }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t('ending.mail.ended.lead', { tier: view.tierName, newsroom, date }),
      },
      { kind: 'paragraph', text: t('ending.mail.ended.thanks') },
      { kind: 'paragraph', text: t('ending.mail.ended.closes') },
      { kind: 'paragraph', text: t('ending.mail.ended.back') },
      {
        kind: 'button',
        label: t('ending.mail.ended.button'),
        href: view.appUrl + localPath(view.locale, '/account/membership'),
      },
    ],
  });
}
