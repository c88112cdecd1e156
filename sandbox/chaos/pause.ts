import { setTimeout as delay } from 'node:timers/promises';

/** Waits, or stops waiting when the run is ended. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await delay(ms, undefined, { signal }).catch(() => undefined);
}

/** Asked anew after each wait: the type checker takes the first answer for the last. */
export function isEnded(signal: AbortSignal): boolean {
  return signal.aborted;
}
