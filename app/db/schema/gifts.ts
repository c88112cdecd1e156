import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { attributionColumns, currency, id, instant, minor } from './columns.ts';
import { memberships, tiers } from './memberships.ts';
import { supporters } from './supporters.ts';

/** A membership that somebody pays ahead for somebody else, from the moment the form is posted. */
export const gifts = pgTable(
  'gifts',
  {
    id: id(),
    /** pending: Checkout is open. processing: a bank debit is on its way. */
    status: text({ enum: ['pending', 'processing', 'paid', 'failed', 'expired'] }).notNull(),
    /** Who gives it. */
    supporterId: uuid().references(() => supporters.id),
    /** Did this order make the supporter's row? Only then may its browser be signed in. */
    madeSupporter: boolean().notNull().default(false),
    stripeCustomerId: text(),
    tierId: uuid()
      .notNull()
      .references(() => tiers.id),
    months: integer().notNull(),
    amountMinor: minor().notNull(),
    currency: currency().notNull(),
    /** Sum of succeeded refunds and lost disputes: once it is the whole, the gift opens nothing. */
    returnedMinor: minor().notNull().default(0),
    checkoutId: text(),
    checkoutUrl: text(),
    checkoutExpiresAt: instant(),
    paymentIntentId: text(),
    attemptKey: text(),
    browserHash: text(),
    locale: text().notNull(),
    country: text(),
    returnTo: text(),
    ...attributionColumns,
    createdAt: instant().notNull(),
    paidAt: instant(),
    failureCode: text(),

    /** What the card says: from whom, for whom, and a few words. */
    fromName: text().notNull(),
    toName: text().notNull(),
    message: text(),
    /** By mail to the recipient, or on a card that the giver prints. */
    delivery: text({ enum: ['mail', 'card'] }).notNull(),
    recipientEmail: text(),
    /** The first instant of the day that the giver chose. */
    deliverAt: instant(),
    deliveredAt: instant(),
    /** Of the code on the card; the code itself is made from the row's id and rests nowhere. */
    codeHash: text().notNull(),
    /** Until when it can be claimed. */
    claimableUntil: instant(),
    claimedById: uuid().references(() => supporters.id),
    claimedAt: instant(),
    /** What it opens, and until when: the clock starts at claiming. */
    startsAt: instant(),
    endsAt: instant(),
    /** The membership whose next charge it moved, when a patron claimed it. */
    extendedMembershipId: uuid().references(() => memberships.id),
    /** By how many months the charge is moved at Stripe now, and to when it is being moved. */
    extendedMonths: integer().notNull().default(0),
    extendingTo: instant(),
  },
  (t) => [
    uniqueIndex('gifts_checkout_key').on(t.checkoutId),
    uniqueIndex('gifts_payment_intent_key').on(t.paymentIntentId),
    uniqueIndex('gifts_attempt_key').on(t.attemptKey),
    uniqueIndex('gifts_code_key').on(t.codeHash),
    // What a test of asks brought.
    index('gifts_variant_idx')
      .on(t.askVariant, t.askId)
      .where(sql`ask_variant is not null`),
    index('gifts_supporter_idx').on(t.supporterId, t.createdAt.desc()),
    index('gifts_claimed_by_idx').on(t.claimedById),
    index('gifts_status_idx').on(t.status),
    index('gifts_deliver_idx')
      .on(t.deliverAt)
      .where(sql`delivered_at is null and status = 'paid' and delivery = 'mail'`),
    index('gifts_ends_idx')
      .on(t.endsAt)
      .where(sql`ends_at is not null`),
    index('gifts_claimable_idx')
      .on(t.claimableUntil)
      .where(sql`claimed_at is null and status = 'paid'`),
    check('gifts_amount_positive', sql`${t.amountMinor} > 0`),
    check('gifts_months', sql`${t.months} in (3, 6, 12)`),
    check('gifts_paid_has_instant', sql`(${t.status} = 'paid') = (${t.paidAt} is not null)`),
    check(
      'gifts_mail_has_address',
      sql`${t.delivery} = 'card' or (${t.recipientEmail} is not null and ${t.deliverAt} is not null)`,
    ),
    check('gifts_claim_whole', sql`(${t.claimedAt} is null) = (${t.claimedById} is null)`),
  ],
);
