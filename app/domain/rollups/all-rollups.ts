import { incomeRollups } from './income-rollups.ts';
import { recurringRollups } from './recurring-rollups.ts';
import type { Rollup } from './rollup.ts';
import { sourceRollups } from './source-rollups.ts';

/** Every rollup there is: they are folded, checked and rebuilt by this list. */
export const allRollups: readonly Rollup[] = [
  ...incomeRollups,
  ...recurringRollups,
  ...sourceRollups,
];
