import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { currency, id, instant, minor } from './columns.ts';
import { memberships, tiers } from './memberships.ts';

/** Patrons of a tier being moved up to its new minimum, after a notice. Who decided it, and why, is in the audit log. */
export const priceMigrations = pgTable(
  'price_migrations',
  {
    id: id(),
    tierId: uuid()
      .notNull()
      .references(() => tiers.id),
    /** The minimums that rose, as they were and as they are. */
    minimums: jsonb()
      .$type<
        { currency: string; interval: 'month' | 'year'; fromMinor: number; toMinor: number }[]
      >()
      .notNull(),
    noticeDays: integer().notNull(),
    createdAt: instant().notNull(),
    calledOffAt: instant(),
  },
  (t) => [
    index('price_migrations_tier_idx').on(t.tierId, t.createdAt.desc().nullsFirst()),
    check('price_migrations_notice_positive', sql`${t.noticeDays} > 0`),
  ],
);

/** One membership of a migration, and how far it has come. */
export const priceMigrationMembers = pgTable(
  'price_migration_members',
  {
    migrationId: uuid()
      .notNull()
      .references(() => priceMigrations.id),
    membershipId: uuid()
      .notNull()
      .references(() => memberships.id),
    /** The gift each interval, without fee cover, when it was decided; and what it is to be. */
    fromMinor: minor().notNull(),
    toMinor: minor().notNull(),
    currency: currency().notNull(),
    interval: text({ enum: ['month', 'year'] }).notNull(),
    /**
     * waiting: not told yet. told: the notice runs. moved: Stripe charges the new amount from the
     * next period. left: changed, ended or is ending of its own. failed: tried for long in vain.
     */
    status: text({
      enum: ['waiting', 'told', 'moved', 'left', 'failed', 'called_off'],
    }).notNull(),
    /** Why it was left or did not go through: a code of ours. */
    problem: text(),
    tries: integer().notNull().default(0),
    toldAt: instant(),
    /** Not before this instant is it moved, or tried again. */
    dueAt: instant(),
    settledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.migrationId, t.membershipId] }),
    index('price_migration_members_membership_idx').on(t.membershipId),
    index('price_migration_members_waiting_idx')
      .on(t.migrationId, t.membershipId)
      .where(sql`status = 'waiting'`),
    index('price_migration_members_due_idx')
      .on(t.dueAt, t.membershipId)
      .where(sql`status = 'told'`),
    check('price_migration_members_raised', sql`${t.toMinor} > ${t.fromMinor}`),
  ],
);
