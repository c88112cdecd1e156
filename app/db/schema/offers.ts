import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { memberships } from './memberships.ts';

/** A price for a while: the rulebook. The payment provider only carries it out. Terms never change once written. */
export const offers = pgTable(
  'offers',
  {
    id: id(),
    kind: text({ enum: ['promotion_code', 'first_period', 'trial', 'retention'] }).notNull(),
    /** What staff call it; the provider prints it on invoices as well. */
    name: text().notNull(),
    /** Upper case; only of a promotion code. */
    code: text(),
    percentOff: integer(),
    /** By currency, in minor units; a currency that is not named is not on offer. */
    amountsOff: jsonb().$type<Record<string, number>>(),
    duration: text({ enum: ['once', 'repeating', 'forever'] }),
    durationMonths: integer(),
    trialDays: integer(),
    /** Slugs; none = every tier. */
    tierSlugs: text().array().notNull(),
    /** None = both. */
    intervals: text({ enum: ['month', 'year'] })
      .array()
      .notNull(),
    isForNewPatrons: boolean().notNull(),
    startsAt: instant().notNull(),
    /** From this instant on it is over; null = until somebody ends it. */
    endsAt: instant(),
    maxRedemptions: integer(),
    /** By currency, or "any" for a share: what carries it out at the provider. Null until all of it is made. */
    executors:
      jsonb().$type<Record<string, { couponId: string; promotionCodeId: string | null }>>(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    /** Ended by staff before its time. */
    endedAt: instant(),
    endedBy: uuid(),
    /** When its codes were switched off at the provider. */
    closedAt: instant(),
  },
  (t) => [
    uniqueIndex('offers_code_key')
      .on(t.code)
      .where(sql`code is not null and ended_at is null`),
    index('offers_kind_idx').on(t.kind, t.createdAt.desc()),
    check(
      'offers_terms',
      sql`(${t.kind} <> 'trial' or ${t.trialDays} is not null)
        and (${t.kind} in ('trial', 'promotion_code') or ${t.trialDays} is null)
        and (${t.trialDays} is null) = (${t.duration} is not null)
        and (${t.kind} = 'promotion_code') = (${t.code} is not null)
        and num_nonnulls(${t.percentOff}, ${t.amountsOff}, ${t.trialDays}) = 1
        and (${t.duration} is not distinct from 'repeating') = (${t.durationMonths} is not null)`,
    ),
    check('offers_percent', sql`${t.percentOff} is null or ${t.percentOff} between 1 and 100`),
  ],
);

/** An offer to stay that a patron took. Written before the provider is asked, so that asking again finds it. */
export const retentionUses = pgTable(
  'retention_uses',
  {
    id: id(),
    offerId: uuid()
      .notNull()
      .references(() => offers.id),
    membershipId: uuid()
      .notNull()
      .references(() => memberships.id),
    acceptedAt: instant().notNull(),
    /** When the provider had carried it out; null = it was asked and has not answered. */
    appliedAt: instant(),
  },
  (t) => [index('retention_uses_membership_idx').on(t.membershipId, t.acceptedAt.desc())],
);
