import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { attributionColumns, currency, id, instant, minor } from './columns.ts';
import { supporters } from './supporters.ts';

/** One gift of money, from the moment the form is posted. */
export const donations = pgTable(
  'donations',
  {
    id: id(),
    /** pending: Checkout is open. processing: a bank debit is on its way. */
    status: text({ enum: ['pending', 'processing', 'paid', 'failed', 'expired'] }).notNull(),
    supporterId: uuid().references(() => supporters.id),
    /** Did this order make the supporter's row? Only then may its browser be signed in. */
    madeSupporter: boolean().notNull().default(false),
    stripeCustomerId: text(),
    /** What is charged, fee cover included. */
    amountMinor: minor().notNull(),
    feeCoverMinor: minor().notNull().default(0),
    currency: currency().notNull(),
    /** Sum of succeeded refunds and lost disputes. */
    returnedMinor: minor().notNull().default(0),
    checkoutId: text(),
    checkoutUrl: text(),
    checkoutExpiresAt: instant(),
    paymentIntentId: text(),
    /** The browser's name for this attempt: a second click finds the first row. */
    attemptKey: text(),
    /** Hash of the cookie of the browser that started it: only it may be signed in afterwards. */
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
    /** Where to lead the reader back: a path of ours. */
    returnTo: text(),
    ...attributionColumns,
    createdAt: instant().notNull(),
    paidAt: instant(),
    failureCode: text(),
  },
  (t) => [
    uniqueIndex('donations_checkout_key').on(t.checkoutId),
    uniqueIndex('donations_payment_intent_key').on(t.paymentIntentId),
    uniqueIndex('donations_attempt_key').on(t.attemptKey),
    // What a test of asks brought.
    index('donations_variant_idx')
      .on(t.askVariant, t.askId)
      .where(sql`ask_variant is not null`),
    index('donations_supporter_idx').on(t.supporterId, t.createdAt.desc()),
    index('donations_paid_idx')
      .on(t.paidAt.desc())
      .where(sql`paid_at is not null`),
    // Names for the thank-you wall, newest first; withheld ones included, for those who keep it.
    index('donations_wall_idx')
      .on(t.paidAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`status = 'paid' and not is_anonymous and display_name is not null`),
    // Gifts of the wall's time that it does not name: only counted.
    index('donations_unnamed_idx')
      .on(t.paidAt)
      .where(
        sql`status = 'paid' and returned_minor < amount_minor and (is_anonymous or display_name is null or hidden_from_wall_at is not null)`,
      ),
    // Orders that wait for Stripe: few at a time.
    index('donations_open_idx')
      .on(t.createdAt)
      .where(sql`status in ('pending', 'processing')`),
    index('donations_article_idx')
      .on(t.articleId)
      .where(sql`paid_at is not null`),
    check('donations_amount_positive', sql`${t.amountMinor} > 0 and ${t.feeCoverMinor} >= 0`),
    check('donations_paid_has_instant', sql`(${t.status} = 'paid') = (${t.paidAt} is not null)`),
  ],
);
