import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface GiftDeliveryView extends MailFrame {
  readonly fromName: string;
  readonly toName: string;
  readonly message: string | null;
  readonly tierName: string;
  readonly months: number;
  readonly code: string;
  readonly claimUrl: string;
  /** The last day on which it can be claimed, as the recipient's language says it. */
  readonly claimableUntil: string;
}

/** A gift, to the one it is for. */
export function giftDeliveryMail(t: Translate, view: GiftDeliveryView): RenderedMail {
  const { fromName, tierName, months, claimableUntil } = view;
  const newsroom = view.newsroom.name;
  const from = fromName === '' ? t('gifts.somebody') : fromName;
  return composeMail(t, view, {
    subject: t('mail.giftDelivery.subject', { from, newsroom }),
    blocks: [
      greeting(t, view.toName === '' ? null : view.toName),
      {
        kind: 'paragraph',
        text: t('mail.giftDelivery.lead', { from, newsroom, months, tier: tierName }),
      },
      ...(view.message
        ? [
            {
              kind: 'paragraph' as const,
              text: t('mail.giftDelivery.message', { message: view.message }),
            },
          ]
        : []),
      { kind: 'button', label: t('mail.giftDelivery.button'), href: view.claimUrl },
      { kind: 'paragraph', text: t('mail.giftDelivery.code') },
      { kind: 'code', text: view.code },
      { kind: 'small', text: t('mail.giftDelivery.until', { date: claimableUntil }) },
      { kind: 'small', text: t('mail.giftDelivery.free') },
    ],
  });
}
