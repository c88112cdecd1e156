import { sql } from 'drizzle-orm';
import { boolean, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { currency, minor } from './columns.ts';

/**
 * Rollups of the memberships' changes, of the kind that `rollups.ts` describes. Written by triggers
 * only (drizzle/0013_recurring_rollups.sql,
 * drizzle/0025_coarser_grains.sql). Amounts are monthly, in minor units.
 */
const increment = {
  /** Has it been added up with its like? */
  isFolded: boolean().notNull().default(false),
};

/** A day of the newsroom: "2026-11-23". */
const day = () => date({ mode: 'string' }).notNull();

const movesColumns = () => ({
  day: day(),
  movement: text({
    enum: ['new', 'reactivation', 'expansion', 'contraction', 'churn'],
  }).notNull(),
  currency: currency().notNull(),
  /** Memberships. */
  count: minor().notNull(),
  /** People of whom no membership counted before: +1. None any more: -1. */
  people: minor().notNull(),
  /** Signed. */
  amountMinor: minor().notNull(),
  ...increment,
});

/** What moved recurring revenue, by day. */
export const rollupRecurringMoves = pgTable('rollup_recurring_moves', movesColumns(), (t) => [
  index('rollup_recurring_moves_key_idx').on(
    t.day,
    t.movement,
    t.currency,
    t.count,
    t.people,
    t.amountMinor,
  ),
  index('rollup_recurring_moves_unfolded_idx')
    .on(t.day)
    .where(sql`not is_folded`),
]);

/** The same by month: the day is its first. Kept by a trigger of its own on the table by day. */
export const rollupRecurringMoveMonths = pgTable(
  'rollup_recurring_move_months',
  movesColumns(),
  (t) => [
    index('rollup_recurring_move_months_key_idx').on(t.day, t.movement, t.currency),
    index('rollup_recurring_move_months_unfolded_idx')
      .on(t.day)
      .where(sql`not is_folded`),
  ],
);

/** Memberships that began and stopped to count, by the tier and interval that each has now. */
export const rollupRecurringTiers = pgTable(
  'rollup_recurring_tiers',
  {
    day: day(),
    tierId: uuid().notNull(),
    interval: text({ enum: ['month', 'year'] }).notNull(),
    currency: currency().notNull(),
    begun: minor().notNull(),
    ended: minor().notNull(),
    amountMinor: minor().notNull(),
    ...increment,
  },
  (t) => [
    index('rollup_recurring_tiers_key_idx').on(
      t.day,
      t.tierId,
      t.interval,
      t.currency,
      t.begun,
      t.ended,
      t.amountMinor,
    ),
    index('rollup_recurring_tiers_unfolded_idx')
      .on(t.day)
      .where(sql`not is_folded`),
  ],
);

/** Why memberships stopped to count. */
export const rollupRecurringEnds = pgTable(
  'rollup_recurring_ends',
  {
    day: day(),
    /** In Stripe's words, or `duplicate`, or `stopped`: it has not ended, but is not paid. */
    endedBecause: text().notNull(),
    /** The answer that a patron chose; "" for none. */
    cancelCode: text().notNull(),
    currency: currency().notNull(),
    count: minor().notNull(),
    /** What left, above zero. */
    amountMinor: minor().notNull(),
    ...increment,
  },
  (t) => [
    index('rollup_recurring_ends_key_idx').on(t.day, t.endedBecause, t.cancelCode, t.currency),
    index('rollup_recurring_ends_unfolded_idx')
      .on(t.day)
      .where(sql`not is_folded`),
  ],
);

/** What became of those who joined in a month. Both days are a month's first. */
export const rollupRecurringCohorts = pgTable(
  'rollup_recurring_cohorts',
  {
    /** The month in which a person's first membership began to count. */
    joined: day(),
    month: day(),
    /** Empty where people are counted. */
    currency: currency().notNull(),
    joinedPeople: minor().notNull(),
    joinedMinor: minor().notNull(),
    /** Signed steps: their sum up to a month is who is still there at its end, and for how much. */
    people: minor().notNull(),
    amountMinor: minor().notNull(),
    ...increment,
  },
  (t) => [
    index('rollup_recurring_cohorts_key_idx').on(t.joined, t.month, t.currency),
    index('rollup_recurring_cohorts_unfolded_idx')
      .on(t.joined)
      .where(sql`not is_folded`),
  ],
);

/** Payments of memberships that began to fail, and those that went through after all. */
export const rollupRecurringTroubles = pgTable(
  'rollup_recurring_troubles',
  {
    day: day(),
    kind: text({ enum: ['payment_failed', 'recovered'] }).notNull(),
    currency: currency().notNull(),
    count: minor().notNull(),
    amountMinor: minor().notNull(),
    ...increment,
  },
  (t) => [
    index('rollup_recurring_troubles_key_idx').on(t.day, t.kind, t.currency),
    index('rollup_recurring_troubles_unfolded_idx')
      .on(t.day)
      .where(sql`not is_folded`),
  ],
);
