import { announcePauseEndsStep } from './day/announce-pause-ends.server.ts';
import type { Services } from '../services.server.ts';
import { cardExpiry } from './day/card-expiry.server.ts';
import { giftsStep } from './day/gifts.server.ts';
import type { DayStep } from './day/day-step.ts';
import { pricesStep } from './day/prices.server.ts';
import { digestStep } from './day/digest.server.ts';
import { dunning } from './day/dunning.server.ts';
import { grantReminder, offerFinishing } from './day/offers-and-grants.server.ts';
import { renewalReminder } from './day/renewal-reminder.server.ts';
import { picturesStep } from './day/pictures.server.ts';
import { identityStep } from './day/identity.server.ts';
import { staffActsStep } from './day/staff-acts.server.ts';

export type { DayStep } from './day/day-step.ts';

const steps: readonly DayStep[] = [
  giftsStep,
  identityStep,
  renewalReminder,
  announcePauseEndsStep,
  dunning,
  cardExpiry,
  grantReminder,
  offerFinishing,
  pricesStep,
  digestStep,
  picturesStep,
  staffActsStep,
];

/**
 * Does every step whose day has come, by our clock. One that fails does not keep the others from
 * running. @throws when one has failed: the queue tries again.
 */
export async function actOnTheDay(
  services: Services,
  of: readonly DayStep[] = steps,
): Promise<void> {
  const failures: unknown[] = [];
  for (const step of of) {
    try {
      await step.run(services);
    } catch (error) {
      services.log.error({ err: error, step: step.name }, 'a step of the day failed');
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some steps of the day failed');
}
