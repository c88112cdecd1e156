import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { Block, RenderedMail } from './mail.ts';
import {
  type PaymentTroubleView,
  troubleActs,
  troubleFacts,
  troubleWords,
} from './payment-trouble.ts';

/** Sent some days after a payment first failed, while it still does. */
export function paymentReminderMail(t: Translate, view: PaymentTroubleView): RenderedMail {
  const { day, amount } = troubleWords(view);
  const { trouble, closesAt } = view;
  const open: Block[] = closesAt
    ? [
        {
          kind: 'paragraph',
          text: t('collection.mail.reminder.open', { date: day(closesAt) }),
        },
      ]
    : [];
  return composeMail(t, view, {
    subject: t('collection.mail.reminder.subject', { trouble }),
    blocks: [
      greeting(t, view.name),
      { kind: 'paragraph', text: t('collection.mail.reminder.lead', { trouble, amount }) },
      ...open,
      troubleFacts(t, { ...view, closesAt: null }),
      ...troubleActs(t, view),
    ],
  });
}
