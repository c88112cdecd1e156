import { cancellationScheduledMail } from '../cancellation-scheduled.ts';
import { cancellationUndoneMail } from '../cancellation-undone.ts';
import type { MailFrame } from '../mail.ts';
import { membershipEndedMail } from '../membership-ended.ts';
import { renewalReminderMail } from '../renewal-reminder.ts';
import { facts, linkTo, type Sample } from './sample.ts';

const common = (frame: MailFrame) => ({
  ...frame,
  name: facts.name[frame.locale],
  tierName: facts.tierName[frame.locale],
});
const charge = { at: facts.later, amount: facts.amount };

/** Mails about leaving, staying, and what is charged next. */
export const endingSamples = {
  'cancellation-scheduled': (t, frame) =>
    cancellationScheduledMail(t, {
      ...common(frame),
      endsAt: facts.later,
      continueUrl: linkTo('continuation', frame),
    }),
  'cancellation-undone': (t, frame) =>
    cancellationUndoneMail(t, {
      ...common(frame),
      nextCharge: charge,
      cancelUrl: linkTo('cancellation', frame),
    }),
  'membership-ended': (t, frame) =>
    membershipEndedMail(t, { ...common(frame), endedAt: facts.later }),
  'renewal-reminder': (t, frame) =>
    renewalReminderMail(t, {
      ...common(frame),
      charge,
      isFirst: false,
      cancelUrl: linkTo('cancellation', frame),
    }),
} satisfies Record<string, Sample>;
