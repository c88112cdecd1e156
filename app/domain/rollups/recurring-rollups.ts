import type { Rollup } from './rollup.ts';

/** Kept by drizzle/0013_recurring_rollups.sql. */
export const recurringRollups: readonly Rollup[] = [
  {
    table: 'rollup_recurring_moves',
    recount: 'recount_recurring_moves',
    keys: ['day', 'movement', 'currency'],
    sums: ['count', 'people', 'amount_minor'],
  },
  // After the days, whose own trigger keeps it (drizzle/0025_coarser_grains.sql).
  {
    table: 'rollup_recurring_move_months',
    recount: 'recount_recurring_move_months',
    keys: ['day', 'movement', 'currency'],
    sums: ['count', 'people', 'amount_minor'],
  },
  {
    table: 'rollup_recurring_tiers',
    recount: 'recount_recurring_tiers',
    keys: ['day', 'tier_id', 'interval', 'currency'],
    sums: ['begun', 'ended', 'amount_minor'],
  },
  {
    table: 'rollup_recurring_ends',
    recount: 'recount_recurring_ends',
    keys: ['day', 'ended_because', 'cancel_code', 'currency'],
    sums: ['count', 'amount_minor'],
  },
  {
    table: 'rollup_recurring_cohorts',
    recount: 'recount_recurring_cohorts',
    keys: ['joined', 'month', 'currency'],
    sums: ['joined_people', 'joined_minor', 'people', 'amount_minor'],
  },
  {
    table: 'rollup_recurring_troubles',
    recount: 'recount_recurring_troubles',
    keys: ['day', 'kind', 'currency'],
    sums: ['count', 'amount_minor'],
  },
];
