import type { Delivery } from '../engine/objects/platform.ts';

export interface RetryPolicy {
  /** Before the first retry; doubles each time (Stripe begins with minutes, here a developer waits). */
  retryMs: number;
  /** The longest wait between two attempts. */
  maxRetryMs: number;
  /** From the first attempt to the last (https://docs.stripe.com/webhooks#retries). */
  retryForMs: number;
}

/**
 * Milliseconds until the next attempt after the one that has just failed; `null`: no more. `earlier`
 * are the attempts before it, oldest first.
 */
export function nextRetryMs(
  earlier: Delivery['attempts'],
  nowMs: number,
  policy: RetryPolicy,
): number | null {
  const waitMs = Math.min(policy.retryMs * 2 ** earlier.length, policy.maxRetryMs);
  const [first] = earlier;
  const firstMs = first ? Date.parse(first.at) : nowMs;
  return nowMs + waitMs - firstMs > policy.retryForMs ? null : waitMs;
}
