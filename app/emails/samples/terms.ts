import { membershipChangedMail } from '../membership-changed.ts';
import { membershipPausedMail, pauseEndingMail } from '../membership-pause.ts';
import { priceChangeMail } from '../price-change.ts';
import type { MailFrame } from '../mail.ts';
import { facts, linkTo, type Sample } from './sample.ts';

const common = (frame: MailFrame) => ({
  ...frame,
  name: facts.name[frame.locale],
  tierName: facts.tierName[frame.locale],
  cancelUrl: linkTo('cancellation', frame),
});
const pause = { paidUntil: facts.at, pausedUntil: facts.later, charge: facts.amount };

/** Mails about what a membership costs from when on. */
export const termsSamples = {
  'membership-changed': (t, frame) =>
    membershipChangedMail(t, {
      ...common(frame),
      ...{ amount: facts.yearlyAmount, interval: 'year' },
      next: {
        tierName: facts.otherTierName[frame.locale],
        ...{ amount: facts.amount, interval: 'month', at: facts.later },
      },
      nextCharge: { at: facts.later, amount: facts.amount },
    }),
  'price-change': (t, frame) =>
    priceChangeMail(t, {
      ...common(frame),
      ...{ amount: facts.amount, newAmount: facts.yearlyAmount, interval: 'month' },
      notBefore: facts.later,
    }),
  'membership-paused': (t, frame) => membershipPausedMail(t, { ...common(frame), ...pause }),
  'pause-ending': (t, frame) => pauseEndingMail(t, { ...common(frame), ...pause }),
} satisfies Record<string, Sample>;
