import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { currency, instant, minor } from './columns.ts';

/**
 * Rollups: what reports read instead of the payments. Each row is an increment that a trigger
 * added in the transaction of the payment; rows of the same key are added up by whoever reads, and
 * folded into one now and then. So there is no unique key, no row that two payments wait for, and
 * no column that can be null. Written by triggers only (drizzle/0012_income_rollups.sql).
 */
const increment = {
  /** Has it been added up with its like? */
  isFolded: boolean().notNull().default(false),
};

/** Days of the newsroom ("2026-11-23"); "-infinity" stands for: never before. */
const day = () => date({ mode: 'string' }).notNull();

/** `month`: the day is a month's first, and stands for all of it. */
const grain = () => text({ enum: ['day', 'month'] }).notNull();

const incomeColumns = () => ({
  day: day(),
  kind: text({
    enum: ['charge', 'refund', 'refund_failure', 'dispute', 'dispute_reversal'],
  }).notNull(),
  source: text({ enum: ['donation', 'membership', 'gift'] }).notNull(),
  currency: currency().notNull(),
  /** Empty until Stripe has settled it. */
  settlementCurrency: currency().notNull(),
  count: minor().notNull(),
  amountMinor: minor().notNull(),
  grossMinor: minor().notNull(),
  feeMinor: minor().notNull(),
  netMinor: minor().notNull(),
  ...increment,
});

/** All money, by day. */
export const rollupIncome = pgTable('rollup_income', incomeColumns(), (t) => [
  index('rollup_income_key_idx').on(t.day, t.kind, t.source, t.currency, t.settlementCurrency),
  index('rollup_income_unfolded_idx')
    .on(t.day)
    .where(sql`not is_folded`),
]);

/** The same by month: the day is its first. Kept by a trigger of its own on the table by day. */
export const rollupIncomeMonths = pgTable('rollup_income_months', incomeColumns(), (t) => [
  index('rollup_income_months_key_idx').on(
    t.day,
    t.kind,
    t.source,
    t.currency,
    t.settlementCurrency,
  ),
  index('rollup_income_months_unfolded_idx')
    .on(t.day)
    .where(sql`not is_folded`),
]);

/** What each campaign has brought, in the currencies that people gave in, less what went back. */
export const rollupCampaigns = pgTable(
  'rollup_campaigns',
  {
    campaignId: uuid().notNull(),
    currency: currency().notNull(),
    count: minor().notNull(),
    amountMinor: minor().notNull(),
    ...increment,
  },
  (t) => [
    index('rollup_campaigns_key_idx').on(t.campaignId, t.currency, t.amountMinor),
    index('rollup_campaigns_unfolded_idx')
      .on(t.campaignId)
      .where(sql`not is_folded`),
  ],
);

/** How many charges there were of each amount: for the median. */
export const rollupGiftSizes = pgTable(
  'rollup_gift_sizes',
  {
    /** Of a month or a year the day is the first, and stands for all of it. */
    grain: text({ enum: ['day', 'month', 'year'] }).notNull(),
    sourceGroup: text({ enum: ['once', 'recurring'] }).notNull(),
    day: day(),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    count: minor().notNull(),
    ...increment,
  },
  (t) => [
    index('rollup_gift_sizes_key_idx').on(
      t.grain,
      t.sourceGroup,
      t.day,
      t.currency,
      t.amountMinor,
      t.count,
    ),
    index('rollup_gift_sizes_unfolded_idx')
      .on(t.day)
      .where(sql`not is_folded`),
  ],
);

/**
 * How many people gave on a day and, before it, last on another. Who gave in any stretch are those
 * who gave on a day of it and, before that day, last before the stretch: each person once. Both
 * days are kept by day and by month, so that a long stretch is read by its months.
 */
export const rollupGivingDays = pgTable(
  'rollup_giving_days',
  {
    dayGrain: grain(),
    previousGrain: grain(),
    /** any: a membership's charges count too. */
    sourceGroup: text({ enum: ['once', 'any'] }).notNull(),
    day: day(),
    previous: day(),
    count: minor().notNull(),
    ...increment,
  },
  (t) => [
    index('rollup_giving_days_key_idx').on(
      t.dayGrain,
      t.previousGrain,
      t.sourceGroup,
      t.day,
      t.previous,
      t.count,
    ),
    index('rollup_giving_days_unfolded_idx')
      .on(t.day)
      .where(sql`not is_folded`),
  ],
);

/** One row: by which zone the rollups' days are, and what the last check found. */
export const rollupState = pgTable(
  'rollup_state',
  {
    isOnly: boolean().primaryKey().default(true),
    timeZone: text().notNull(),
    checkedAt: instant(),
    /** Keys whose sums were not those of a recount; null before the first check. */
    differenceCount: integer(),
  },
  (t) => [check('rollup_state_only', sql`${t.isOnly}`)],
);
