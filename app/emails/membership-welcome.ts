import { formatDay, formatMoney } from '../kernel/format.ts';
import type { Interval } from '../kernel/giving-amounts.ts';
import { localPath } from '../kernel/locale.ts';
import type { Money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { Fact, MailFrame, RenderedMail } from './mail.ts';

export interface MembershipWelcomeView extends MailFrame {
  readonly name: string | null;
  readonly tierName: string;
  readonly amount: Money;
  readonly interval: Interval;
  readonly nextCharge: { readonly at: Date; readonly amount: Money } | null;
}

/** Sent once, when a membership begins. */
export function membershipWelcomeMail(t: Translate, view: MembershipWelcomeView): RenderedMail {
  const { locale, newsroom, nextCharge } = view;
  const amount = formatMoney(view.amount, locale);
  const rows: Fact[] = [
    { term: t('mail.welcome.tier'), value: view.tierName },
    {
      term: t('mail.welcome.amount'),
      value: t(view.interval === 'month' ? 'mail.welcome.perMonth' : 'mail.welcome.perYear', {
        amount,
      }),
    },
  ];
  if (nextCharge) {
    rows.push({
      term: t('mail.welcome.nextCharge'),
      value: t('mail.welcome.nextChargeOn', {
        amount: formatMoney(nextCharge.amount, locale),
        date: formatDay(nextCharge.at, locale, newsroom.timeZone),
      }),
    });
  }
  return composeMail(t, view, {
    subject: t('mail.welcome.subject', { newsroom: newsroom.name }),
    values: { tier: view.tierName, amount },
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        role: 'lead',
        text: t('mail.welcome.lead', { newsroom: newsroom.name }),
      },
      { kind: 'facts', rows },
      {
        kind: 'button',
        label: t('mail.welcome.button'),
        href: view.appUrl + localPath(locale, '/account'),
      },
      { kind: 'small', text: t('mail.welcome.cancel') },
    ],
  });
}
