import { formatDay } from '../kernel/format.ts';
import { localPath } from '../kernel/locale.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface GiftNoticeView extends MailFrame {
  /** Of the one who reads it. */
  readonly name: string | null;
  readonly toName: string;
  readonly fromName: string;
  readonly tierName: string;
  /** When it ends, or when it can't be claimed any more. */
  readonly date: Date;
}

/** Tells the giver that the gift has been opened. */
export function giftClaimedMail(t: Translate, view: GiftNoticeView): RenderedMail {
  const to = view.toName === '' ? t('gifts.recipient') : view.toName;
  return composeMail(t, view, {
    subject: t('mail.giftClaimed.subject', { to }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t('mail.giftClaimed.lead', { to, tier: view.tierName, date: dayOf(view) }),
      },
      {
        kind: 'button',
        label: t('mail.gift.seeYours'),
        href: view.appUrl + localPath(view.locale, '/account/gifts'),
      },
    ],
  });
}

/** Tells the recipient that what they were given ends, and how to go on. */
export function giftEndingMail(t: Translate, view: GiftNoticeView): RenderedMail {
  const from = view.fromName === '' ? t('gifts.somebody') : view.fromName;
  return composeMail(t, view, {
    subject: t('mail.giftEnding.subject', { date: dayOf(view) }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t('mail.giftEnding.lead', {
          from,
          newsroom: view.newsroom.name,
          date: dayOf(view),
        }),
      },
      { kind: 'paragraph', text: t('mail.giftEnding.goOn') },
      {
        kind: 'button',
        label: t('mail.giftEnding.button'),
        href: view.appUrl + localPath(view.locale, '/join'),
      },
      { kind: 'small', text: t('mail.giftEnding.nothing') },
    ],
  });
}

/** Tells the giver that nobody has claimed it yet, while there is time. */
export function giftUnclaimedMail(t: Translate, view: GiftNoticeView): RenderedMail {
  const to = view.toName === '' ? t('gifts.recipient') : view.toName;
  return composeMail(t, view, {
    subject: t('mail.giftUnclaimed.subject', { to }),
    blocks: [
      greeting(t, view.name),
      { kind: 'paragraph', text: t('mail.giftUnclaimed.lead', { to, date: dayOf(view) }) },
      { kind: 'paragraph', text: t('mail.giftUnclaimed.again') },
      {
        kind: 'button',
        label: t('mail.gift.seeYours'),
        href: view.appUrl + localPath(view.locale, '/account/gifts'),
      },
    ],
  });
}

function dayOf({ date, locale, newsroom }: GiftNoticeView): string {
  return formatDay(date, locale, newsroom.timeZone);
}
