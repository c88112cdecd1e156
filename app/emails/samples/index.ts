import type { MailTemplate } from '../../domain/ports/mail.ts';
import { accountSamples } from './account.ts';
import { collectionSamples } from './collection.ts';
import { digestSamples } from './digest.ts';
import { endingSamples } from './ending.ts';
import { giftSamples } from './gift.ts';
import { givingSamples } from './giving.ts';
import { grantSamples } from './grants.ts';
import { membershipSamples } from './membership.ts';
import { termsSamples } from './terms.ts';
import type { Sample } from './sample.ts';

/** A sample of every mail there is: a new template without one is an error here. */
export const samples: Readonly<Record<MailTemplate, Sample>> = {
  ...accountSamples,
  ...collectionSamples,
  ...digestSamples,
  ...endingSamples,
  ...giftSamples,
  ...givingSamples,
  ...grantSamples,
  ...membershipSamples,
  ...termsSamples,
};
