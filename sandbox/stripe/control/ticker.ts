import type { Engine } from '../engine/engine.ts';
import type { Controls } from './controls.ts';

const LONGEST_TIMER_MS = 60_000;

/** Does things when they fall due, without anyone asking. */
export function startTicker(engine: Engine, controls: Controls): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const plan = () => {
    clearTimeout(timer);
    if (stopped) return;
    const next = engine.nextDueAt();
    const waitMs = next === null ? LONGEST_TIMER_MS : Math.max(0, (next - engine.now()) * 1000);
    timer = setTimeout(tick, Math.min(waitMs + 50, LONGEST_TIMER_MS));
    timer.unref();
  };
  const tick = () => {
    engine.runDue();
    plan();
  };
  engine.onCommit(plan);
  controls.onClock(plan);
  plan();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
