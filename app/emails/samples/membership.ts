import { duplicateMembershipReturnedMail } from '../duplicate-membership-returned.ts';
import { membershipWelcomeMail } from '../membership-welcome.ts';
import { type Sample, aboutMembership, facts } from './sample.ts';

/** Mails about a membership that begins. */
export const membershipSamples = {
  'membership-welcome': (t, frame) =>
    membershipWelcomeMail(t, {
      ...aboutMembership(frame),
      nextCharge: { at: facts.later, amount: facts.amount },
    }),
  'duplicate-membership-returned': (t, frame) =>
    duplicateMembershipReturnedMail(t, aboutMembership(frame)),
} satisfies Record<string, Sample>;
