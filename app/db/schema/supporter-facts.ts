import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { currency, instant, minor } from './columns.ts';
import { supporters } from './supporters.ts';

/**
 * One narrow row for each supporter who was not merged into another: what the list filters and
 * sorts by. Kept by triggers in the transactions of the changes themselves
 * (`drizzle/0015_supporter_facts.sql`), rebuilt and checked by `recount_supporter_facts`.
 */
export const supporterFacts = pgTable(
  'supporter_facts',
  {
    supporterId: uuid()
      .primaryKey()
      .references(() => supporters.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull(),
    country: text(),
    locale: text().notNull(),
    /** Charges of any kind, and those that were no membership's. */
    charges: integer().notNull(),
    gifts: integer().notNull(),
    firstChargeAt: instant(),
    lastChargeAt: instant(),
    /** Of charges that were no membership's. */
    lastGiftAt: instant(),
    /** What brought the first charge. */
    wonByArticleId: uuid(),
    wonByCampaignId: uuid(),
    /** When the first membership began. */
    firstMembershipAt: instant(),
    /** The membership in force, or else the latest that began; null = never had one. */
    membershipId: uuid(),
    membershipStatus: text(),
    tierId: uuid(),
    /** The day that a scheduled cancellation ends it. */
    cancelAt: instant(),
    /** The month in which its card ends, as year * 12 + month (January is 1). */
    cardEnds: integer(),
  },
  (t) => [
    index('supporter_facts_created_idx').on(t.createdAt.desc(), t.supporterId),
    index('supporter_facts_last_charge_idx').on(
      sql`coalesce(last_charge_at, '1970-01-01 00:00:00+00'::timestamptz) desc nulls last`,
      t.supporterId,
    ),
    index('supporter_facts_last_gift_idx')
      .on(t.lastGiftAt.desc(), t.supporterId)
      .where(sql`last_gift_at is not null`),
    index('supporter_facts_status_idx').on(t.membershipStatus, t.createdAt.desc(), t.supporterId),
    index('supporter_facts_tier_idx')
      .on(t.tierId, t.createdAt.desc(), t.supporterId)
      .where(sql`tier_id is not null`),
    index('supporter_facts_country_idx').on(t.country, t.createdAt.desc(), t.supporterId),
    index('supporter_facts_locale_idx').on(t.locale, t.createdAt.desc(), t.supporterId),
    index('supporter_facts_article_idx')
      .on(t.wonByArticleId, t.createdAt.desc())
      .where(sql`won_by_article_id is not null`),
    index('supporter_facts_campaign_idx')
      .on(t.wonByCampaignId, t.createdAt.desc())
      .where(sql`won_by_campaign_id is not null`),
    // With all that the list of a month asks for and sorts by.
    index('supporter_facts_joined_idx')
      .on(t.firstMembershipAt, t.createdAt, t.supporterId, t.membershipStatus)
      .where(sql`first_membership_at is not null`),
    index('supporter_facts_first_paid_idx')
      .on(t.firstChargeAt, t.createdAt, t.supporterId)
      .where(sql`first_charge_at is not null`),
    index('supporter_facts_cancelling_idx')
      .on(t.cancelAt)
      .where(sql`cancel_at is not null`),
    index('supporter_facts_card_idx')
      .on(t.cardEnds)
      .where(sql`card_ends is not null`),
  ],
);

/** What a supporter has given, less what went back, before fees: one row for each currency that Stripe settled in. */
export const supporterGiven = pgTable(
  'supporter_given',
  {
    supporterId: uuid()
      .notNull()
      .references(() => supporters.id, { onDelete: 'cascade' }),
    currency: currency().notNull(),
    givenMinor: minor().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.supporterId, t.currency] }),
    index('supporter_given_amount_idx').on(t.currency, t.givenMinor.desc(), t.supporterId),
  ],
);
