import { formatDay, formatMoney } from '../kernel/format.ts';
import { localPath } from '../kernel/locale.ts';
import type { Money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { cancelLine } from './cancel-line.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface MembershipPauseView extends MailFrame {
  readonly name: string | null;
  readonly tierName: string;
  /** Until when what was paid for lasts; null when that is over. */
  readonly paidUntil: Date | null;
  readonly pausedUntil: Date;
  /** Null when it isn't known what is charged then. */
  readonly charge: Money | null;
  /** Where it can be ended without signing in; null when it ends already. */
  readonly cancelUrl: string | null;
}

/** Confirms a pause, with its dates. */
export function membershipPausedMail(t: Translate, view: MembershipPauseView): RenderedMail {
  const { locale, newsroom } = view;
  const day = (instant: Date) => formatDay(instant, locale, newsroom.timeZone);
  const until = day(view.pausedUntil);
  return composeMail(t, view, {
    subject: t('mail.paused.subject', { date: until }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t('mail.paused.lead', { tier: view.tierName, newsroom: newsroom.name }),
      },
      {
        kind: 'facts',
        rows: [
          ...(view.paidUntil
            ? [{ term: t('mail.paused.opensUntil'), value: day(view.paidUntil) }]
            : []),
          {
            term: t('mail.paused.nextCharge'),
            value: view.charge
              ? t('mail.welcome.nextChargeOn', {
                  amount: formatMoney(view.charge, locale),
                  date: until,
                })
              : until,
          },
        ],
      },
      { kind: 'paragraph', text: t('mail.paused.byItself') },
      {
        kind: 'button',
        label: t('mail.paused.button'),
        href: view.appUrl + localPath(locale, '/account/membership'),
      },
      ...cancelLine(t, view.cancelUrl),
    ],
  });
}

/** A week before the first charge after a pause. */
export function pauseEndingMail(t: Translate, view: MembershipPauseView): RenderedMail {
  const { locale, newsroom } = view;
  const date = formatDay(view.pausedUntil, locale, newsroom.timeZone);
  return composeMail(t, view, {
    subject: t('mail.pauseEnding.subject', { date }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: view.charge
          ? t('mail.pauseEnding.lead', {
              ...{ tier: view.tierName, newsroom: newsroom.name, date },
              amount: formatMoney(view.charge, locale),
            })
          : t('mail.pauseEnding.leadPlain', {
              ...{ tier: view.tierName, newsroom: newsroom.name, date },
            }),
      },
      { kind: 'paragraph', text: t('mail.pauseEnding.after') },
      {
        kind: 'button',
        label: t('mail.paused.button'),
        href: view.appUrl + localPath(locale, '/account/membership'),
      },
      ...cancelLine(t, view.cancelUrl),
    ],
  });
}
