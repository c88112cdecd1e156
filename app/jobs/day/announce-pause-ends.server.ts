import { announcePauseEnds } from '../../domain/memberships/pausing/announce-pause-ends.server.ts';
import type { DayStep } from './day-step.ts';

/** A week before the first charge after a pause, its patron is told. */
export const announcePauseEndsStep: DayStep = {
  name: 'announce-pause-ends',
  run: announcePauseEnds,
};
