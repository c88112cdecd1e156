import { formatMoney } from '../kernel/format.ts';
import { localPath } from '../kernel/locale.ts';
import type { Money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';
import { type PaymentTroubleView, troubleActs, troubleWords } from './payment-trouble.ts';

export interface MembershipUnpaidView extends MailFrame {
  readonly name: string | null;
  readonly amount: Money;
}

/** Sent when a failing membership's extras have closed, while it can still be paid. */
export function membershipClosedMail(t: Translate, view: PaymentTroubleView): RenderedMail {
  const { amount } = troubleWords(view);
  return composeMail(t, view, {
    subject: t(
      view.closesAt ? 'collection.mail.closed.subject' : 'collection.mail.closed.subjectPlain',
    ),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t(
          view.closesAt ? 'collection.mail.closed.lead' : 'collection.mail.closed.leadPlain',
          {
            amount,
          },
        ),
      },
      { kind: 'paragraph', text: t('collection.mail.closed.back') },
      ...troubleActs(t, view),
    ],
  });
}

/** The same mail for a membership that has ended because it could not be charged: the way back. */
export function membershipUnpaidMail(t: Translate, view: MembershipUnpaidView): RenderedMail {
  return composeMail(t, view, {
    subject: t('collection.mail.ended.subject', { newsroom: view.newsroom.name }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t('collection.mail.ended.lead', { amount: formatMoney(view.amount, view.locale) }),
      },
      { kind: 'paragraph', text: t('collection.mail.ended.back') },
      {
        kind: 'button',
        label: t('collection.mail.ended.button'),
        href: view.appUrl + localPath(view.locale, '/join'),
      },
    ],
  });
}
