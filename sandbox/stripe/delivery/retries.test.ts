import { describe, expect, it } from 'vitest';
import { COURIER_DEFAULTS } from './courier.ts';
import { nextRetryMs } from './retries.ts';

describe('the retries of a webhook', () => {
  // https://docs.stripe.com/webhooks#retries: for up to three days, with an exponential back off
  it('come ever more rarely and end after three days', () => {
    const attempts: { at: string; status: number; error: null }[] = [];
    const waits: number[] = [];
    let now = Date.UTC(2026, 0, 1);
    const begun = now;
    for (;;) {
      const waitMs = nextRetryMs(attempts, now, COURIER_DEFAULTS);
      attempts.push({ at: new Date(now).toISOString(), status: 500, error: null });
      if (waitMs === null) break;
      waits.push(waitMs);
      now += waitMs;
    }
    expect(waits.slice(0, 4)).toEqual([250, 500, 1000, 2000]);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(3_600_000);
    const days = (now - begun) / 86_400_000;
    expect(days).toBeGreaterThan(2.9);
    expect(days).toBeLessThanOrEqual(3);
  });
});
