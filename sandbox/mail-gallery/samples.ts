import type { MailTemplate } from '../../app/domain/ports/mail.ts';
import { accountSamples } from './samples/account.ts';
import { collectionSamples } from './samples/collection.ts';
import { digestSamples } from './samples/digest.ts';
import { endingSamples } from './samples/ending.ts';
import { giftSamples } from './samples/gift.ts';
import { givingSamples } from './samples/giving.ts';
import { grantSamples } from './samples/grants.ts';
import { membershipSamples } from './samples/membership.ts';
import { termsSamples } from './samples/terms.ts';
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
