import { grantEndingMail } from '../grant-ending.ts';
import { grantGivenMail } from '../grant-given.ts';
import { facts, type Sample } from './sample.ts';

/** Mails about access that staff give. */
export const grantSamples = {
  'grant-given': (t, frame) =>
    grantGivenMail(t, {
      ...frame,
      name: facts.name[frame.locale],
      tierName: facts.tierName[frame.locale],
      startsAt: facts.at,
      endsAt: facts.later,
    }),
  'grant-ending': (t, frame) =>
    grantEndingMail(t, {
      ...frame,
      name: facts.name[frame.locale],
      tierName: facts.tierName[frame.locale],
      startsAt: facts.at,
      endsAt: facts.later,
    }),
} satisfies Record<string, Sample>;
