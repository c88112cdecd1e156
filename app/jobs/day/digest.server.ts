import { queueDigests } from '../../domain/digest/queue-digests.server.ts';
import type { DayStep } from './day-step.ts';

export const digestStep: DayStep = {
  name: 'weekly-digest',
  run: (services) => queueDigests(services),
};
