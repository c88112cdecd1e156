import { remindOfFailing } from '../../domain/memberships/collection/remind-of-failing.server.ts';
import type { DayStep } from './day-step.ts';

export const dunning: DayStep = {
  name: 'dunning',
  run: (services) => remindOfFailing(services),
};
