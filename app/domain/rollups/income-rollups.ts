import type { Rollup } from './rollup.ts';

/** Kept by drizzle/0012_income_rollups.sql, drizzle/0023_income_months.sql and drizzle/0025_coarser_grains.sql. */
export const incomeRollups: readonly Rollup[] = [
  {
    table: 'rollup_income',
    recount: 'recount_income',
    keys: ['day', 'kind', 'source', 'currency', 'settlement_currency'],
    sums: ['count', 'amount_minor', 'gross_minor', 'fee_minor', 'net_minor'],
  },
  // After the days, whose own trigger keeps it.
  {
    table: 'rollup_income_months',
    recount: 'recount_income_months',
    keys: ['day', 'kind', 'source', 'currency', 'settlement_currency'],
    sums: ['count', 'amount_minor', 'gross_minor', 'fee_minor', 'net_minor'],
  },
  {
    table: 'rollup_campaigns',
    recount: 'recount_campaigns',
    keys: ['campaign_id', 'currency'],
    sums: ['count', 'amount_minor'],
  },
  {
    table: 'rollup_gift_sizes',
    recount: 'recount_gift_sizes',
    keys: ['grain', 'source_group', 'day', 'currency', 'amount_minor'],
    sums: ['count'],
  },
  {
    table: 'rollup_giving_days',
    recount: 'recount_giving_days',
    keys: ['day_grain', 'previous_grain', 'source_group', 'day', 'previous'],
    sums: ['count'],
  },
];
