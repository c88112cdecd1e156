import { moveDueMembers } from '../../domain/memberships/prices/move-due-members.server.ts';
import { tellOfPriceChanges } from '../../domain/memberships/prices/tell-of-price-changes.server.ts';
import type { DayStep } from './day-step.ts';

/** Patrons are told of a new price, and moved to it when their notice is over. */
export const pricesStep: DayStep = {
  name: 'prices',
  async run(services) {
    await tellOfPriceChanges(services);
    await moveDueMembers(services);
  },
};
