import { remindOfGrantEnds } from '../../domain/grants/remind-of-grant-ends.server.ts';
import { finishOffers } from '../../domain/offers/prepare-offer.server.ts';
import type { DayStep } from './day-step.ts';

export const grantReminder: DayStep = {
  name: 'grant-reminder',
  run: (services) => remindOfGrantEnds(services),
};

export const offerFinishing: DayStep = {
  name: 'offer-finishing',
  run: (services) => finishOffers(services),
};
