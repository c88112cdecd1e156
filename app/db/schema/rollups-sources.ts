import { sql } from 'drizzle-orm';
import { boolean, date, index, pgTable, text } from 'drizzle-orm/pg-core';
import { currency, minor } from './columns.ts';

/**
 * What brought the money: increments of one question each (`dimension`), written by triggers only
 * (drizzle/0020_source_rollups.sql, drizzle/0025_coarser_grains.sql), added up by whoever reads. The same money stands under every
 * dimension, so a reader always names one.
 */
export const rollupSources = pgTable(
  'rollup_sources',
  {
    dimension: text({
      enum: ['article', 'ask', 'campaign', 'country', 'tier', 'referrer', 'standing'],
    }).notNull(),
    /**
     * Longer than a day: the day is its first and stands for all of it. Sixths and thirds of months,
     * and quarters, are kept of articles only, of which there are many.
     */
    grain: text({ enum: ['day', 'sixth', 'third', 'month', 'quarter', 'year'] }).notNull(),
    day: date({ mode: 'string' }).notNull(),
    /** An id, "<ask>/<variant>", a country, a host or "utm:<source>", new or returning; empty: none. */
    key: text().notNull(),
    /** Empty until Stripe has settled it. */
    settlementCurrency: currency().notNull(),
    charges: minor().notNull(),
    grossMinor: minor().notNull(),
    feeMinor: minor().notNull(),
    /** Everything that is no charge: refunds and disputes, and what takes them back. */
    returns: minor().notNull(),
    returnedMinor: minor().notNull(),
    returnedFeeMinor: minor().notNull(),
    /** Has it been added up with its like? */
    isFolded: boolean().notNull().default(false),
  },
  (t) => [
    // Whole, so that a report reads nothing but the index.
    index('rollup_sources_key_idx').on(
      t.dimension,
      t.grain,
      t.day,
      t.settlementCurrency,
      t.key,
      t.charges,
      t.grossMinor,
      t.feeMinor,
      t.returns,
      t.returnedMinor,
      t.returnedFeeMinor,
    ),
    // What a few keys ever brought.
    index('rollup_sources_ever_idx')
      .on(t.dimension, t.key, t.settlementCurrency, t.charges, t.grossMinor, t.returnedMinor)
      .where(sql`grain = 'year'`),
    index('rollup_sources_unfolded_idx')
      .on(t.day)
      .where(sql`not is_folded`),
  ],
);
