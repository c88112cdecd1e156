/**
 * The sandbox's idea of time, in whole Unix seconds, as Stripe counts it.
 *
 * Two kinds: real time plus an offset that only grows (the server), or a clock that moves only
 * when told (tests, and building a history). Both move forwards only, as Stripe's test clocks do
 * (https://docs.stripe.com/billing/testing/test-clocks).
 */
export interface SandboxClock {
  now(): number;
  /** Moves to a moment in the future; an earlier moment is ignored. */
  moveTo(seconds: number): void;
  /** Seconds ahead of real time; `null` for a clock that does not follow real time. */
  offset(): number | null;
}

export type ClockOption = { manual: Date } | { offsetSeconds: number };

export function createClock(option: ClockOption = { offsetSeconds: 0 }): SandboxClock {
  if ('manual' in option) {
    let current = toSeconds(option.manual);
    return {
      now: () => current,
      moveTo: (seconds) => {
        current = Math.max(current, seconds);
      },
      offset: () => null,
    };
  }
  let offset = option.offsetSeconds;
  const now = () => Math.floor(Date.now() / 1000) + offset;
  return {
    now,
    moveTo: (seconds) => {
      offset = Math.max(offset, seconds - Math.floor(Date.now() / 1000));
    },
    offset: () => offset,
  };
}

export function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
