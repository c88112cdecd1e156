import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { memberships } from './memberships.ts';

/** The terms that the staff asked for, as Stripe is told them. */
export interface AskedTerms {
  readonly tierId: string;
  readonly tier: string;
  /** What is charged each interval, fee cover included. */
  readonly amountMinor: number;
  readonly feeCoverMinor: number;
  readonly interval: 'month' | 'year';
}

/**
 * What the staff have asked Stripe to do to a membership, and why, from before Stripe is asked until
 * it is known what came of it. Then the row goes: into the audit log, or away when nothing happened.
 */
export const staffActs = pgTable(
  'staff_acts',
  {
    id: id(),
    membershipId: uuid()
      .notNull()
      .references(() => memberships.id),
    action: text({ enum: ['ended', 'continued', 'paused', 'resumed', 'changed'] }).notNull(),
    /** Of a change only. */
    asked: jsonb().$type<AskedTerms>(),
    /** The member of staff, and where they did it from. */
    actorId: uuid().notNull(),
    address: text(),
    userAgent: text(),
    /** Why, in their words. */
    reason: text().notNull(),
    createdAt: instant().notNull(),
    /** From then on Stripe has the last word: what it has not done by then will not happen. */
    openUntil: instant().notNull(),
  },
  (t) => [
    uniqueIndex('staff_acts_once_key').on(t.membershipId, t.actorId, t.action),
    index('staff_acts_open_until_idx').on(t.openUntil),
  ],
);
