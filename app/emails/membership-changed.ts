import { formatDay, formatMoney } from '../kernel/format.ts';
import type { Interval } from '../kernel/giving-amounts.ts';
import { localPath } from '../kernel/locale.ts';
import type { Money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { cancelLine } from './cancel-line.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { Fact, MailFrame, RenderedMail } from './mail.ts';

interface Terms {
  readonly tierName: string;
  readonly amount: Money;
  readonly interval: Interval;
}

export interface MembershipChangedView extends MailFrame, Terms {
  readonly name: string | null;
  /** Terms that begin later; null when those above are the new ones. */
  readonly next: (Terms & { readonly at: Date }) | null;
  readonly nextCharge: { readonly at: Date; readonly amount: Money } | null;
  /** Where it can be ended without signing in; null when it ends already. */
  readonly cancelUrl: string | null;
}

/** Says what a membership is from now on, or from the day that the paid period ends. */
export function membershipChangedMail(t: Translate, view: MembershipChangedView): RenderedMail {
  const { locale, newsroom, next, nextCharge } = view;
  const day = (instant: Date) => formatDay(instant, locale, newsroom.timeZone);
  const each = ({ amount, interval }: Terms) =>
    t(interval === 'month' ? 'mail.welcome.perMonth' : 'mail.welcome.perYear', {
      amount: formatMoney(amount, locale),
    });
  const terms = next ?? view;
  const rows: Fact[] = [
    { term: t('mail.welcome.tier'), value: terms.tierName },
    { term: t('mail.welcome.amount'), value: each(terms) },
    ...(next ? [{ term: t('mail.changed.from'), value: day(next.at) }] : []),
    ...(nextCharge
      ? [
          {
            term: t('mail.welcome.nextCharge'),
            value: t('mail.welcome.nextChargeOn', {
              amount: formatMoney(nextCharge.amount, locale),
              date: day(nextCharge.at),
            }),
          },
        ]
      : []),
  ];
  return composeMail(t, view, {
    subject: next
      ? t('mail.changed.laterSubject', { date: day(next.at) })
      : t('mail.changed.subject'),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: next
          ? t('mail.changed.laterLead', {
              newsroom: newsroom.name,
              date: day(next.at),
              tier: view.tierName,
              amount: each(view),
            })
          : t('mail.changed.lead', { newsroom: newsroom.name }),
      },
      { kind: 'facts', rows },
      {
        kind: 'button',
        label: t('mail.changed.button'),
        href: view.appUrl + localPath(locale, '/account/membership'),
      },
      { kind: 'small', text: next ? t('mail.changed.laterUndo') : t('mail.changed.notYou') },
      ...cancelLine(t, view.cancelUrl),
    ],
  });
}
