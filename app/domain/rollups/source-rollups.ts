import type { Rollup } from './rollup.ts';

/** Kept by drizzle/0020_source_rollups.sql and drizzle/0025_coarser_grains.sql. */
export const sourceRollups: readonly Rollup[] = [
  {
    table: 'rollup_sources',
    recount: 'recount_sources',
    keys: ['dimension', 'grain', 'day', 'key', 'settlement_currency'],
    sums: [
      ...['charges', 'gross_minor', 'fee_minor'],
      ...['returns', 'returned_minor', 'returned_fee_minor'],
    ],
  },
];
