import { formatDay, formatMoney } from '../kernel/format.ts';
import { localPath } from '../kernel/locale.ts';
import type { Money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface RenewalReminderView extends MailFrame {
  readonly name: string | null;
  readonly tierName: string;
  readonly charge: { readonly at: Date; readonly amount: Money };
  /** Does a trial end with it? */
  readonly isFirst: boolean;
  /** Where the membership can be ended without signing in. */
  readonly cancelUrl: string;
}

/** What will be charged and when, in time to end it without being charged. */
export function renewalReminderMail(t: Translate, view: RenewalReminderView): RenderedMail {
  const { locale, newsroom, charge, isFirst } = view;
  const date = formatDay(charge.at, locale, newsroom.timeZone);
  return composeMail(t, view, {
    subject: t(isFirst ? 'ending.mail.reminder.subjectTrial' : 'ending.mail.reminder.subject', {
      date,
    }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t(isFirst ? 'ending.mail.reminder.leadTrial' : 'ending.mail.reminder.lead', {
          tier: view.tierName,
          newsroom: newsroom.name,
          date,
        }),
      },
      {
        kind: 'facts',
        rows: [
          { term: t('ending.mail.reminder.tier'), value: view.tierName },
          { term: t('ending.mail.reminder.charge'), value: formatMoney(charge.amount, locale) },
          { term: t('ending.mail.reminder.day'), value: date },
        ],
      },
      {
        kind: 'button',
        label: t('ending.mail.reminder.button'),
        href: view.appUrl + localPath(locale, '/account/membership'),
      },
      { kind: 'small', text: t('ending.mail.reminder.cancel') },
      { kind: 'link', label: t('ending.mail.cancel'), href: view.cancelUrl },
    ],
  });
}
