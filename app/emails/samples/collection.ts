import { cardExpiringMail } from '../card-expiring.ts';
import type { MailFrame } from '../mail.ts';
import { membershipClosedMail } from '../membership-closed.ts';
import { paymentConfirmMail } from '../payment-confirm.ts';
import { paymentFailedMail } from '../payment-failed.ts';
import { paymentLastCallMail } from '../payment-last-call.ts';
import { paymentReminderMail } from '../payment-reminder.ts';
import type { PaymentTroubleView } from '../payment-trouble.ts';
import { aboutMembership, facts, linkTo, type Sample } from './sample.ts';

const trouble = (frame: MailFrame): PaymentTroubleView => ({
  ...aboutMembership(frame),
  trouble: 'failed',
  cardName: facts.cardName[frame.locale],
  closesAt: facts.later,
  nextAttemptAt: facts.soon,
  cardUrl: linkTo('card', frame),
  cancelUrl: linkTo('cancellation', frame),
});

/** Mails about payments that fail, and about cards that run out. */
export const collectionSamples = {
  'payment-failed': (t, frame) => paymentFailedMail(t, trouble(frame)),
  'payment-confirm': (t, frame) =>
    paymentConfirmMail(t, { ...trouble(frame), trouble: 'needs_confirmation' }),
  'payment-reminder': (t, frame) => paymentReminderMail(t, trouble(frame)),
  'payment-last-call': (t, frame) => paymentLastCallMail(t, trouble(frame)),
  'membership-closed': (t, frame) => membershipClosedMail(t, trouble(frame)),
  'card-expiring': (t, frame) =>
    cardExpiringMail(t, {
      ...aboutMembership(frame),
      cardName: facts.cardName[frame.locale],
      expires: '11/2026',
      chargeAt: facts.later,
      cardUrl: linkTo('card', frame),
      cancelUrl: linkTo('cancellation', frame),
    }),
} satisfies Record<string, Sample>;
