import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { RenderedMail } from './mail.ts';
import {
  type PaymentTroubleView,
  troubleActs,
  troubleFacts,
  troubleWords,
} from './payment-trouble.ts';

/** Sent a few days before what a failing membership opens is closed. */
export function paymentLastCallMail(t: Translate, view: PaymentTroubleView): RenderedMail {
  const { day, amount } = troubleWords(view);
  const { trouble, closesAt } = view;
  return composeMail(t, view, {
    subject: closesAt
      ? t('collection.mail.lastCall.subject', { date: day(closesAt) })
      : t('collection.mail.lastCall.subjectPlain'),
    blocks: [
      greeting(t, view.name),
      { kind: 'paragraph', text: t('collection.mail.lastCall.lead', { trouble, amount }) },
      {
        kind: 'paragraph',
        text: closesAt
          ? t('collection.mail.lastCall.closes', { date: day(closesAt) })
          : t('collection.mail.lastCall.ends'),
      },
      troubleFacts(t, { ...view, closesAt: null }),
      ...troubleActs(t, { ...view, cancelUrl: null }),
      ...leaving(t, view),
    ],
  });
}

function leaving(t: Translate, { cancelUrl }: PaymentTroubleView) {
  if (cancelUrl === null) return [];
  return [
    { kind: 'small' as const, text: t('collection.mail.lastCall.leave') },
    { kind: 'link' as const, label: t('ending.mail.cancel'), href: cancelUrl },
  ];
}
