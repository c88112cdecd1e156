import { formatDay, formatMoney } from '../kernel/format.ts';
import { localPath } from '../kernel/locale.ts';
import type { Money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface PaymentRefundedView extends MailFrame {
  readonly name: string | null;
  readonly returned: Money;
  /** The payment that it goes back from. */
  readonly paid: Money;
  readonly paidAt: Date;
  readonly paymentNumber: string;
}

/** Sent once for each refund that the staff made. */
export function paymentRefundedMail(t: Translate, view: PaymentRefundedView): RenderedMail {
  const { locale, newsroom } = view;
  const returned = formatMoney(view.returned, locale);
  const isWhole = view.returned.amountMinor === view.paid.amountMinor;
  return composeMail(t, view, {
    subject: t('deskSupporter.mail.refunded.subject', { amount: returned }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t('deskSupporter.mail.refunded.lead', { newsroom: newsroom.name, amount: returned }),
      },
      {
        kind: 'facts',
        rows: [
          { term: t('deskSupporter.mail.refunded.returned'), value: returned },
          {
            term: t('deskSupporter.mail.refunded.of'),
            value: t('deskSupporter.mail.refunded.ofPayment', {
              amount: formatMoney(view.paid, locale),
              date: formatDay(view.paidAt, locale, newsroom.timeZone),
            }),
          },
          { term: t('deskSupporter.mail.refunded.number'), value: view.paymentNumber },
        ],
      },
      { kind: 'paragraph', text: t('deskSupporter.mail.refunded.when') },
      ...(isWhole
        ? [{ kind: 'paragraph' as const, text: t('deskSupporter.mail.refunded.access') }]
        : []),
      {
        kind: 'button',
        label: t('deskSupporter.mail.refunded.button'),
        href: view.appUrl + localPath(locale, '/account/payments'),
      },
    ],
  });
}
