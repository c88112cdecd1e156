import { forgetLastAddresses } from '../../domain/privacy/forget-last-addresses.server.ts';
import { finishMerges } from '../../domain/privacy/merge-supporters.server.ts';
import type { DayStep } from './day-step.ts';

/** What an erasure or a merge left for later: what was being written in that very moment. */
export const identityStep: DayStep = {
  name: 'identity',
  async run(services) {
    await forgetLastAddresses(services);
    await finishMerges(services);
  },
};
