import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { currency, id, instant, minor } from './columns.ts';
import { payments } from './ledger.ts';

/**
 * Money that the staff decided to give back, from the moment of the decision. What moves because of
 * it is in `payments`, as every movement; refunds made at Stripe are there and not here.
 */
export const refunds = pgTable(
  'refunds',
  {
    id: id(),
    /** The charge that it goes back from. */
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    stripeChargeId: text().notNull(),
    amountMinor: minor().notNull(),
    currency: currency().notNull(),
    /** As Stripe is told: https://docs.stripe.com/api/refunds/create#create_refund-reason */
    reason: text({ enum: ['requested_by_customer', 'duplicate', 'fraudulent'] }).notNull(),
    /** asked: Stripe has not confirmed it yet. made: it has. refused: it will not. */
    status: text({ enum: ['asked', 'made', 'refused'] }).notNull(),
    /** Why Stripe will not, in a word of ours. */
    refusal: text({ enum: ['already_refunded', 'disputed', 'refused'] }),
    stripeRefundId: text(),
    /** Of the form that asked: sent twice it is one refund. */
    attemptKey: uuid().notNull(),
    /** The member of staff. */
    actorId: uuid().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('refunds_attempt_key').on(t.attemptKey),
    uniqueIndex('refunds_stripe_refund_key').on(t.stripeRefundId),
    index('refunds_payment_idx').on(t.paymentId, t.createdAt),
    index('refunds_asked_idx')
      .on(t.createdAt)
      .where(sql`status = 'asked'`),
    check('refunds_amount_positive', sql`${t.amountMinor} > 0`),
    check('refunds_made_has_id', sql`(${t.status} = 'made') = (${t.stripeRefundId} is not null)`),
    check('refunds_refused_has_word', sql`(${t.status} = 'refused') = (${t.refusal} is not null)`),
  ],
);
