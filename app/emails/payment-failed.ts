import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { RenderedMail } from './mail.ts';
import {
  type PaymentTroubleView,
  troubleActs,
  troubleFacts,
  troubleWords,
} from './payment-trouble.ts';

/** Sent when a payment for a membership first fails. */
export function paymentFailedMail(t: Translate, view: PaymentTroubleView): RenderedMail {
  const { day, amount } = troubleWords(view);
  return composeMail(t, view, {
    subject: t('collection.mail.failed.subject'),
    blocks: [
      greeting(t, view.name),
      { kind: 'paragraph', text: t('collection.mail.failed.lead', { amount }) },
      {
        kind: 'paragraph',
        text: view.nextAttemptAt
          ? t('collection.mail.failed.retry', { date: day(view.nextAttemptAt) })
          : t('collection.mail.failed.noRetry'),
      },
      troubleFacts(t, view),
      ...troubleActs(t, view),
    ],
  });
}
