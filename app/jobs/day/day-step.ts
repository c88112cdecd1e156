import type { Services } from '../../services.server.ts';

/** Something whose day comes: it looks for the rows that are due, and may run any number of times. */
export interface DayStep {
  readonly name: string;
  run(services: Services): Promise<void>;
}
