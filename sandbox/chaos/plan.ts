import { createRandom } from '../demo/history/random.ts';
import type { ChaosOptions } from './options.ts';

/** Two sites, as production would have them, and the worker that runs the jobs. */
export const nodeTargets = ['site-a', 'site-b', 'worker'] as const;
export type NodeTarget = (typeof nodeTargets)[number];
export type Target = NodeTarget | 'database';

/** When each target is killed: milliseconds after its latest start, one for each kill. */
export type KillPlan = Readonly<Record<Target, readonly number[]>>;

/**
 * Draws the kills of a run. A delay is uniform from 0 to the longest, so that a start, a request
 * and a job under way are all hit. The database's kills are spread over the time that the others take.
 */
export function planKills(
  options: Pick<ChaosOptions, 'appKills' | 'databaseKills' | 'seed' | 'withinMs'>,
): KillPlan {
  const who = createRandom(options.seed, 'victims');
  const when = createRandom(options.seed, 'moments');
  const plan: Record<Target, number[]> = {
    'site-a': [],
    'site-b': [],
    worker: [],
    database: [],
  };
  for (let kill = 0; kill < options.appKills; kill += 1) {
    plan[who.pick(nodeTargets)].push(when.whole(0, options.withinMs));
  }
  const sum = (delays: readonly number[]) => delays.reduce((total, delay) => total + delay, 0);
  const lastsMs = Math.max(...nodeTargets.map((target) => sum(plan[target])), options.withinMs);
  const database = createRandom(options.seed, 'database');
  // Twice the mean is the longest delay of a uniform one.
  const longest = Math.round((2 * lastsMs) / Math.max(1, options.databaseKills));
  for (let kill = 0; kill < options.databaseKills; kill += 1) {
    plan.database.push(database.whole(0, longest));
  }
  return plan;
}

/** The part of a plan from one share of it to another, such as 0 to 0.75: parts that touch leave nothing out. */
export function partOf(plan: KillPlan, from: number, to: number): KillPlan {
  const cut = (delays: readonly number[]) =>
    delays.slice(Math.round(delays.length * from), Math.round(delays.length * to));
  return {
    'site-a': cut(plan['site-a']),
    'site-b': cut(plan['site-b']),
    worker: cut(plan.worker),
    database: cut(plan.database),
  };
}
