import { formatDay, formatMoney } from '../kernel/format.ts';
import { localPath } from '../kernel/locale.ts';
import type { Interval } from '../kernel/giving-amounts.ts';
import type { Money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { cancelLine } from './cancel-line.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface PriceChangeView extends MailFrame {
  readonly name: string | null;
  readonly tierName: string;
  readonly interval: Interval;
  /** What is charged each interval, fee cover included: now, and then. */
  readonly amount: Money;
  readonly newAmount: Money;
  /** No charge before this day is higher. */
  readonly notBefore: Date;
  /** Where the membership can be ended without signing in; null when nothing is left to end. */
  readonly cancelUrl: string | null;
}

/** A price that is to rise, in time to choose another amount, to pause, or to leave. */
export function priceChangeMail(t: Translate, view: PriceChangeView): RenderedMail {
  const { locale, newsroom } = view;
  const day = formatDay(view.notBefore, locale, newsroom.timeZone);
  const each = { interval: view.interval };
  return composeMail(t, view, {
    subject: t('tiers.mail.subject', { tier: view.tierName, newsroom: newsroom.name }),
    blocks: [
      greeting(t, view.name),
      { kind: 'paragraph', text: t('tiers.mail.lead', { tier: view.tierName, day }) },
      {
        kind: 'facts',
        rows: [
          { term: t('tiers.mail.now', each), value: formatMoney(view.amount, locale) },
          { term: t('tiers.mail.then', each), value: formatMoney(view.newAmount, locale) },
          { term: t('tiers.mail.notBefore'), value: day },
        ],
      },
      { kind: 'paragraph', text: t('tiers.mail.choices') },
      {
        kind: 'button',
        label: t('tiers.mail.change'),
        href: view.appUrl + localPath(locale, '/account/membership/change'),
      },
      {
        kind: 'link',
        label: t('tiers.mail.pause'),
        href: view.appUrl + localPath(locale, '/account/membership/pause'),
      },
      ...cancelLine(t, view.cancelUrl),
    ],
  });
}
