import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { asks } from './asks.ts';
import { id, instant } from './columns.ts';

interface AskVariantWords {
  readonly heading: { readonly en: string; readonly uk: string };
  readonly body: { readonly en: string; readonly uk: string };
  readonly frequency: 'once' | 'monthly' | 'yearly';
}

/** A test of an ask against other words, or against no ask at all. */
export const askTests = pgTable(
  'ask_tests',
  {
    id: id(),
    askId: uuid()
      .notNull()
      .references(() => asks.id),
    /** Counted from 1 for each ask: with the arm it is what a gift remembers, such as "2b". */
    number: integer().notNull(),
    /** What the ask itself said meanwhile: its words cannot be changed while it runs. */
    a: jsonb().$type<AskVariantWords>().notNull(),
    /** What variant B says; null where the ask is only tried against none. */
    b: jsonb().$type<AskVariantWords>(),
    /** Of a hundred browsers that are asked, how many see variant B. */
    shareB: integer().notNull(),
    /** Of a hundred browsers, how many see no ask. */
    holdBack: integer().notNull(),
    startedAt: instant().notNull(),
    endedAt: instant(),
    /** Whose words the ask has had since. */
    kept: text({ enum: ['a', 'b'] }),
  },
  (t) => [
    uniqueIndex('ask_tests_number_key').on(t.askId, t.number),
    uniqueIndex('ask_tests_running_key')
      .on(t.askId)
      .where(sql`ended_at is null`),
    check('ask_tests_shares', sql`share_b between 0 and 90 and hold_back between 0 and 50`),
    check('ask_tests_compare', sql`share_b > 0 or hold_back > 0`),
    check('ask_tests_words', sql`(share_b > 0) = (b is not null)`),
    check('ask_tests_ended_whole', sql`num_nonnulls(ended_at, kept) in (0, 2)`),
  ],
);

/** How many browsers saw an arm of a test, by day. Counts only: nothing is known of them. */
export const askTestViews = pgTable(
  'ask_test_views',
  {
    testId: uuid().notNull(),
    arm: text({ enum: ['a', 'b', 'none'] }).notNull(),
    day: date({ mode: 'string' }).notNull(),
    /** Drawn at random, so that many readers at once do not wait for one row. */
    shard: smallint().notNull(),
    browsers: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.testId, t.arm, t.day, t.shard] }),
    foreignKey({ columns: [t.testId], foreignColumns: [askTests.id] }),
  ],
);
