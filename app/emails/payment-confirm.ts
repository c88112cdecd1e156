import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { RenderedMail } from './mail.ts';
import {
  type PaymentTroubleView,
  troubleActs,
  troubleFacts,
  troubleWords,
} from './payment-trouble.ts';

/** Sent when the bank asks a patron to confirm a payment: nothing has failed. */
export function paymentConfirmMail(t: Translate, view: PaymentTroubleView): RenderedMail {
  const { amount } = troubleWords(view);
  return composeMail(t, view, {
    subject: t('collection.mail.confirm.subject'),
    blocks: [
      greeting(t, view.name),
      { kind: 'paragraph', text: t('collection.mail.confirm.lead', { amount }) },
      troubleFacts(t, view),
      ...troubleActs(t, view),
    ],
  });
}
