import { describe, expect, it } from 'vitest';
import { OptionError, readOptions } from './options.ts';
import { nodeTargets, partOf, planKills } from './plan.ts';

const options = { appKills: 200, databaseKills: 20, seed: 7, withinMs: 8_000 };

describe('the plan of a run', () => {
  const plan = planKills(options);

  it('is the same for the same seed, and another for another', () => {
    expect(planKills(options)).toEqual(plan);
    expect(planKills({ ...options, seed: 8 })).not.toEqual(plan);
  });

  it('has every kill that was asked for, of each process', () => {
    const counts = nodeTargets.map((target) => plan[target].length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(200);
    expect(Math.min(...counts)).toBeGreaterThan(40);
    expect(plan.database).toHaveLength(20);
  });

  it('hits the start as well as what comes long after it', () => {
    const all = nodeTargets.flatMap((target) => plan[target]);
    expect(Math.min(...all)).toBeLessThan(400);
    expect(Math.max(...all)).toBeGreaterThan(7_600);
    expect(Math.max(...all)).toBeLessThanOrEqual(8_000);
  });

  it('spreads the kills of the database over the time that the others take', () => {
    const lasts = Math.max(
      ...nodeTargets.map((target) => plan[target].reduce((sum, delay) => sum + delay, 0)),
    );
    const database = plan.database.reduce((sum, delay) => sum + delay, 0);
    expect(database).toBeGreaterThan(lasts / 2);
    expect(database).toBeLessThan(lasts * 1.5);
  });

  it('loses no kill when it is cut into parts', () => {
    const parts = [0, 0.7, 0.8, 1].map((to, index, all) => partOf(plan, all[index - 1] ?? 0, to));
    for (const target of [...nodeTargets, 'database'] as const) {
      expect(parts.flatMap((part) => part[target])).toEqual(plan[target]);
    }
  });

  it('is empty when nothing is to be killed', () => {
    const none = planKills({ ...options, appKills: 0, databaseKills: 0 });
    expect(Object.values(none).flat()).toEqual([]);
  });
});

describe('the command line', () => {
  it('has defaults, and takes what is given', () => {
    expect(readOptions([], 99)).toMatchObject({ appKills: 200, databaseKills: 20, seed: 99 });
    expect(readOptions(['--app-kills', '12', '--seed', '5', '--keep'], 99)).toMatchObject({
      appKills: 12,
      seed: 5,
      keep: true,
    });
    expect(readOptions(['--help'], 99)).toBeNull();
  });

  it.each([[['--app-kills', '-1']], [['--seed', '1.5']], [['--readers', '0']], [['--kills', '3']]])(
    'refuses %j',
    (args) => {
      expect(() => readOptions(args, 1)).toThrow(OptionError);
    },
  );
});
