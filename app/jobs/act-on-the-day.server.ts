import type { Services } from '../services.server.ts';

/** Something whose day comes: it looks for the rows that are due, and may run any number of times. */
export interface DayStep {
  readonly name: string;
  run(services: Services): Promise<void>;
}

const steps: readonly DayStep[] = [];

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
