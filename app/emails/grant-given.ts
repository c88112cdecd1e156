import { formatDay } from '../kernel/format.ts';
import { localPath } from '../kernel/locale.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface GrantMailView extends MailFrame {
  readonly name: string | null;
  readonly tierName: string;
  readonly startsAt: Date;
  /** The instant from which it is over; null = until it is taken back. */
  readonly endsAt: Date | null;
}

/** Sent once, when staff have given somebody access. */
export function grantGivenMail(t: Translate, view: GrantMailView): RenderedMail {
  const { locale, newsroom } = view;
  const day = (instant: Date) => formatDay(instant, locale, newsroom.timeZone);
  return composeMail(t, view, {
    subject: t('grants.mail.given.subject', { newsroom: newsroom.name }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t('grants.mail.given.lead', { newsroom: newsroom.name, tier: view.tierName }),
      },
      {
        kind: 'facts',
        rows: [
          { term: t('grants.mail.given.from'), value: day(view.startsAt) },
          ...(view.endsAt
            ? [{ term: t('grants.mail.given.until'), value: day(lastDayOf(view.endsAt)) }]
            : []),
        ],
      },
      { kind: 'paragraph', text: t('grants.mail.given.how') },
      {
        kind: 'button',
        label: t('grants.mail.given.button'),
        href: view.appUrl + localPath(locale, '/account'),
      },
    ],
  });
}

/** A grant is over at the first instant after its last day. */
export function lastDayOf(endsAt: Date): Date {
  return new Date(endsAt.getTime() - 1);
}
