import { remindOfExpiringCards } from '../../domain/memberships/collection/remind-of-expiring-cards.server.ts';
import type { DayStep } from './day-step.ts';

export const cardExpiry: DayStep = {
  name: 'card-expiry',
  run: (services) => remindOfExpiringCards(services),
};
