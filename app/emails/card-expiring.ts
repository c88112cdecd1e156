import { formatDay, formatMoney } from '../kernel/format.ts';
import type { Money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { cancelLine } from './cancel-line.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface CardExpiringView extends MailFrame {
  readonly name: string | null;
  readonly tierName: string;
  readonly amount: Money;
  readonly cardName: string;
  /** "03/2027" */
  readonly expires: string;
  readonly chargeAt: Date;
  readonly cardUrl: string;
  readonly cancelUrl: string | null;
}

/** Sent before a charge that would fail because the card has run out by then. */
export function cardExpiringMail(t: Translate, view: CardExpiringView): RenderedMail {
  const { expires } = view;
  const date = formatDay(view.chargeAt, view.locale, view.newsroom.timeZone);
  return composeMail(t, view, {
    subject: t('collection.mail.expiring.subject'),
    blocks: [
      greeting(t, view.name),
      { kind: 'paragraph', text: t('collection.mail.expiring.lead', { expires, date }) },
      { kind: 'paragraph', text: t('collection.mail.expiring.what') },
      {
        kind: 'facts',
        rows: [
          { term: t('collection.mail.card'), value: view.cardName },
          { term: t('collection.mail.amount'), value: formatMoney(view.amount, view.locale) },
          { term: t('collection.mail.membership'), value: view.tierName },
        ],
      },
      { kind: 'button', label: t('collection.mail.expiring.button'), href: view.cardUrl },
      { kind: 'small', text: t('collection.mail.expiring.linkNote') },
      ...cancelLine(t, view.cancelUrl),
    ],
  });
}
