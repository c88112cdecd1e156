import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { attributionColumns, currency, id, instant, minor } from './columns.ts';
import { supporters } from './supporters.ts';

type Translated = { en: string; uk: string };

export const tiers = pgTable('tiers', {
  id: id(),
  slug: text().notNull().unique(),
  /** Higher opens more. */
  rank: integer().notNull(),
  name: jsonb().$type<Translated>().notNull(),
  description: jsonb().$type<Translated>().notNull(),
  perks: text().array().notNull(),
  isActive: boolean().notNull().default(true),
});

/** The least that a tier costs, per currency and interval. */
export const tierPrices = pgTable(
  'tier_prices',
  {
    tierId: uuid()
      .notNull()
      .references(() => tiers.id),
    currency: currency().notNull(),
    interval: text({ enum: ['month', 'year'] }).notNull(),
    minimumMinor: minor().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tierId, t.currency, t.interval] })],
);

/** A recurring gift, from the moment the form is posted. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    /**
     * pending and expired are ours (Checkout open, Checkout expired); the others are the
     * subscription's own statuses: https://docs.stripe.com/api/subscriptions/object#subscription_object-status
     */
    status: text({
      enum: [
        'pending',
        'expired',
        'incomplete',
        'incomplete_expired',
        'trialing',
        'active',
        'past_due',
        'unpaid',
        'paused',
        'canceled',
      ],
    }).notNull(),
    supporterId: uuid().references(() => supporters.id),
    /** Did this order make the supporter's row? Only then may its browser be signed in. */
    madeSupporter: boolean().notNull().default(false),
    stripeCustomerId: text(),
    stripeSubscriptionId: text(),
    tierId: uuid()
      .notNull()
      .references(() => tiers.id),
    interval: text({ enum: ['month', 'year'] }).notNull(),
    /** What is charged each interval, fee cover included. */
    amountMinor: minor().notNull(),
    feeCoverMinor: minor().notNull().default(0),
    currency: currency().notNull(),
    currentPeriodStart: instant(),
    currentPeriodEnd: instant(),
    /** Set when a cancellation is scheduled: the day it ends. */
    cancelAt: instant(),
    cancelRequestedAt: instant(),
    cancelReason: text(),
    pastDueSince: instant(),
    /** The invoice that waits to be paid; null when none does. */
    openInvoiceId: text(),
    /** What is left to pay of it. */
    openAmountMinor: minor(),
    /** Why it waits: the payment failed, or the bank asks the patron to confirm it (3-D Secure). */
    paymentTrouble: text({ enum: ['failed', 'needs_confirmation'] }),
    paymentAttempts: integer().notNull().default(0),
    /** When Stripe tries again by itself; null = not by itself. */
    nextAttemptAt: instant(),
    /** What it is charged to, as Stripe shows it: 'visa', '4242'. A bank debit has no expiry. */
    cardBrand: text(),
    cardLast4: text(),
    cardExpMonth: integer(),
    cardExpYear: integer(),
    /** A pause: nothing is charged before this instant. */
    pausedUntil: instant(),
    /** A change that waits for the end of the period; all of them null when none does. */
    stripeScheduleId: text(),
    nextTierId: uuid().references(() => tiers.id),
    nextAmountMinor: minor(),
    nextInterval: text({ enum: ['month', 'year'] }),
    nextChangeAt: instant(),
    /** A discount on what is charged next: a share, or a sum. Null until = for good. */
    discountPercent: integer(),
    discountMinor: minor(),
    discountUntil: instant(),
    /** For one charge, for some months, or for good; null when there is none. */
    discountDuration: text({ enum: ['once', 'repeating', 'forever'] }),
    /** The offer under which it began; its redemptions are counted by this. */
    offerId: uuid(),
    /** The day of the charge of which its patron was reminded by mail, so that each is once. */
    remindedOfCharge: instant(),
    /** The end of the latest period that was paid for and not given back. */
    paidUntil: instant(),
    /** The end of a later period whose payment went back whole: until then nothing is bought. */
    returnedUntil: instant(),
    /** Counts what was taken over from Stripe, so that an older reading never overwrites a newer one. */
    revision: integer().notNull().default(0),
    startedAt: instant(),
    endedAt: instant(),
    /** Why it ended, in Stripe's words (cancellation_requested, payment_failed, payment_disputed) or `duplicate`. */
    endedBecause: text(),
    checkoutId: text(),
    checkoutUrl: text(),
    checkoutExpiresAt: instant(),
    attemptKey: text(),
    browserHash: text(),
    isAnonymous: boolean().notNull().default(false),
    /** May the thank-you wall say how much? */
    isAmountShown: boolean().notNull().default(false),
    displayName: text(),
    /** Taken off the thank-you wall by staff. */
    hiddenFromWallAt: instant(),
    note: text(),
    locale: text().notNull(),
    country: text(),
    returnTo: text(),
    ...attributionColumns,
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('memberships_checkout_key').on(t.checkoutId),
    uniqueIndex('memberships_subscription_key').on(t.stripeSubscriptionId),
    uniqueIndex('memberships_attempt_key').on(t.attemptKey),
    // What a test of asks brought.
    index('memberships_variant_idx')
      .on(t.askVariant, t.askId)
      .where(sql`ask_variant is not null`),
    index('memberships_supporter_idx').on(t.supporterId, t.createdAt.desc()),
    index('memberships_status_idx').on(t.status),
    index('memberships_customer_idx').on(t.stripeCustomerId),
    index('memberships_renewal_idx')
      .on(t.currentPeriodEnd)
      .where(sql`${t.endedAt} is null`),
    // Of those whose payment fails, and of those whose card ends soon, there are few.
    index('memberships_past_due_idx')
      .on(t.pastDueSince)
      .where(sql`past_due_since is not null`),
    index('memberships_card_expiry_idx')
      .on(t.cardExpYear, t.cardExpMonth)
      .where(sql`ended_at is null and card_exp_year is not null`),
    index('memberships_started_idx').on(t.startedAt.desc()),
    index('memberships_paused_until_idx')
      .on(t.pausedUntil, t.id)
      .where(sql`paused_until is not null`),
    // Names for the thank-you wall, newest first within a tier.
    index('memberships_wall_idx')
      .on(t.tierId, t.startedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(
        sql`started_at is not null and ended_at is null and not is_anonymous and display_name is not null`,
      ),
    // The same names over all tiers, for those who keep the wall.
    index('memberships_named_idx')
      .on(t.startedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(
        sql`started_at is not null and ended_at is null and not is_anonymous and display_name is not null`,
      ),
    // Patrons that the wall does not name: only counted.
    index('memberships_unnamed_idx')
      .on(t.tierId, t.status, t.paidUntil, t.returnedUntil, t.currentPeriodEnd)
      .where(
        sql`started_at is not null and ended_at is null and (is_anonymous or display_name is null or hidden_from_wall_at is not null)`,
      ),
    index('memberships_offer_idx')
      .on(t.offerId)
      .where(sql`offer_id is not null`),
    check('memberships_amount_positive', sql`${t.amountMinor} > 0 and ${t.feeCoverMinor} >= 0`),
  ],
);

/** What a membership's amount was from when: recurring revenue is counted from these. Append only. */
export const membershipChanges = pgTable(
  'membership_changes',
  {
    id: id(),
    membershipId: uuid()
      .notNull()
      .references(() => memberships.id),
    at: instant().notNull(),
    kind: text({
      enum: [
        'started',
        'amount_changed',
        'ended',
        'cancel_scheduled',
        'cancel_undone',
        'payment_failed',
        'recovered',
      ],
    }).notNull(),
    fromMonthlyMinor: minor().notNull(),
    toMonthlyMinor: minor().notNull(),
    currency: currency().notNull(),
  },
  (t) => [
    uniqueIndex('membership_changes_once_key').on(t.membershipId, t.kind, t.at),
    index('membership_changes_at_idx').on(t.at),
  ],
);
