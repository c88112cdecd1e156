import { remindOfRenewals } from '../../domain/memberships/ending/remind-of-renewals.server.ts';
import type { DayStep } from './day-step.ts';

export const renewalReminder: DayStep = {
  name: 'renewal-reminder',
  run: (services) => remindOfRenewals(services),
};
