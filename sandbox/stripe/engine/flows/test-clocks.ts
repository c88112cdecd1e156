import { DAY } from '../calendar.ts';
import { invalidRequest } from '../errors.ts';
import type { TestClock } from '../objects/test-clock.ts';
import type { Step } from '../step.ts';
import { intervalOf } from './period-amounts.ts';

const LONGEST: Record<string, number> = {
  day: DAY,
  week: 7 * DAY,
  month: 31 * DAY,
  year: 366 * DAY,
};
const WITHOUT_SUBSCRIPTION = 2 * 366 * DAY;

/**
 * Begins to move a test clock; it answers `advancing`, and is `ready` a moment later
 * (https://docs.stripe.com/billing/testing/test-clocks/api-advanced-usage).
 *
 * @throws when it is moving already, would go back, or would pass more than two intervals of the
 *   shortest subscription at once.
 */
export function beginAdvance(step: Step, id: string, target: number): TestClock {
  const held = step.get('test_helpers.test_clock', id);
  if (held.status === 'advancing') {
    throw invalidRequest(
      'Test clock advancement underway - cannot perform modifications until test clock advancement completes.',
      undefined,
      'test_clock_advancing',
    );
  }
  if (target <= held.frozen_time) {
    throw invalidRequest(
      'The `frozen_time` parameter must be in the future of the current test clock time.',
      'frozen_time',
    );
  }
  if (target > held.frozen_time + longestStep(step, id)) {
    throw invalidRequest(
      'A test clock can be advanced by at most two intervals of its shortest subscription at a time.',
      'frozen_time',
    );
  }
  const clock = step.edit('test_helpers.test_clock', id);
  clock.status = 'advancing';
  clock.status_details = { advancing: { target_frozen_time: target } };
  step.schedule('advance_clock', id, step.settings.clockAdvanceSeconds);
  step.emit('test_helpers.test_clock.advancing', clock);
  return step.get('test_helpers.test_clock', id);
}

function longestStep(step: Step, clock: string): number {
  const lengths = step
    .listBy('subscription', 'test_clock', clock)
    .filter(({ ended_at: ended }) => ended === null)
    .flatMap(({ items }) => items.data)
    .map(({ price }) => {
      const { interval, interval_count: count } = intervalOf(price);
      return 2 * count * (LONGEST[interval] ?? DAY);
    });
  return lengths.length === 0 ? WITHOUT_SUBSCRIPTION : Math.min(...lengths);
}

/** All that fell due on the way has been done: the clock stands at its target. */
export function finishAdvance(step: Step, id: string): void {
  const clock = step.edit('test_helpers.test_clock', id);
  clock.frozen_time = clock.status_details.advancing?.target_frozen_time ?? clock.frozen_time;
  clock.status = 'ready';
  clock.status_details = {};
  step.emit('test_helpers.test_clock.ready', clock);
}
