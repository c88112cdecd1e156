import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  check,
  index,
  integer,
  numeric,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { attributionColumns, currency, id, instant, minor } from './columns.ts';

/**
 * One movement of money as Stripe tells it. Amounts are signed from the newsroom's side: a charge
 * is positive, a refund or a dispute negative. The settlement columns are Stripe's own figures
 * (its balance transaction) and stay null until Stripe has them.
 */
export const payments = pgTable(
  'payments',
  {
    id: id(),
    kind: text({
      enum: ['charge', 'refund', 'refund_failure', 'dispute', 'dispute_reversal'],
    }).notNull(),
    /** ch_, re_, du_: unique together with the kind. */
    stripeObjectId: text().notNull(),
    stripeBalanceTransactionId: text(),
    stripeChargeId: text().notNull(),
    stripePaymentIntentId: text(),
    stripeInvoiceId: text(),
    source: text({ enum: ['donation', 'membership', 'gift'] }).notNull(),
    /** The donation, membership or gift it pays for. */
    sourceId: uuid().notNull(),
    supporterId: uuid(),
    amountMinor: minor().notNull(),
    currency: currency().notNull(),
    settlementCurrency: currency(),
    settlementGrossMinor: minor(),
    /** Always positive when Stripe keeps something. */
    feeMinor: minor(),
    netMinor: minor(),
    exchangeRate: numeric(),
    country: text(),
    /** For a charge of a membership: until when it paid. */
    periodEnd: instant(),
    articleId: attributionColumns.articleId,
    askId: attributionColumns.askId,
    campaignId: attributionColumns.campaignId,
    occurredAt: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('payments_fact_key').on(t.kind, t.stripeObjectId),
    uniqueIndex('payments_balance_transaction_key').on(t.stripeBalanceTransactionId),
    index('payments_occurred_idx').on(t.occurredAt.desc(), t.id),
    index('payments_supporter_idx').on(t.supporterId, t.occurredAt.desc()),
    index('payments_source_idx').on(t.source, t.sourceId, t.occurredAt.desc()),
    index('payments_charge_idx').on(t.stripeChargeId),
    // Somebody pastes an id from Stripe's dashboard.
    index('payments_intent_idx').on(t.stripePaymentIntentId),
    index('payments_invoice_idx')
      .on(t.stripeInvoiceId)
      .where(sql`stripe_invoice_id is not null`),
    index('payments_article_idx').on(t.articleId, t.occurredAt),
    index('payments_ask_idx')
      .on(t.askId, t.occurredAt)
      .where(sql`ask_id is not null`),
    index('payments_campaign_time_idx')
      .on(t.campaignId, t.occurredAt)
      .where(sql`campaign_id is not null`),
    index('payments_country_idx').on(t.country, t.occurredAt),
    // What went back is rare among what came.
    index('payments_returned_idx')
      .on(t.occurredAt.desc(), t.id)
      .where(sql`kind <> 'charge'`),
    // Refunds that came back are rare, and somebody has to see to each.
    index('payments_refund_failed_idx')
      .on(t.occurredAt)
      .where(sql`kind = 'refund_failure'`),
    index('payments_unsettled_idx')
      .on(t.recordedAt)
      .where(sql`stripe_balance_transaction_id is null`),
    check(
      'payments_settled_whole',
      sql`num_nonnulls(stripe_balance_transaction_id, settlement_currency, settlement_gross_minor, fee_minor, net_minor) in (0, 5)`,
    ),
    check(
      'payments_net_adds_up',
      sql`net_minor is null or net_minor = settlement_gross_minor - fee_minor`,
    ),
  ],
);

/**
 * One balanced transaction of the double-entry ledger. Append only: triggers refuse updates and
 * deletes, entries that do not sum to zero per currency, entries added to a transaction that has
 * some already, and, when the database transaction commits, a transaction without any.
 */
export const ledgerTransactions = pgTable(
  'ledger_transactions',
  {
    id: id(),
    /** What it records ('charge', 'settlement', ...), unique together with the Stripe object. */
    fact: text().notNull(),
    stripeObjectId: text().notNull(),
    paymentId: uuid().references(() => payments.id),
    occurredAt: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('ledger_transactions_fact_key').on(t.fact, t.stripeObjectId),
    index('ledger_transactions_payment_idx').on(t.paymentId),
    index('ledger_transactions_occurred_idx').on(t.occurredAt),
  ],
);

export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    transactionId: uuid()
      .notNull()
      .references(() => ledgerTransactions.id),
    account: text({
      enum: [
        'stripe_balance',
        'stripe_fees',
        'stripe_clearing',
        'donation_income',
        'membership_income',
        'gift_income',
        'refunds',
        'disputes',
        'bank',
        'stripe_reserve',
        'other_activity',
      ],
    }).notNull(),
    /** Debit positive, credit negative. */
    amountMinor: minor().notNull(),
    currency: currency().notNull(),
  },
  (t) => [
    index('ledger_entries_transaction_idx').on(t.transactionId),
    index('ledger_entries_account_idx').on(t.account, t.currency),
    check('ledger_entries_move_something', sql`${t.amountMinor} <> 0`),
    check('ledger_entries_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
);

/** A dispute or an inquiry as it stands: the money it moved is in `payments`. */
export const disputes = pgTable(
  'disputes',
  {
    stripeDisputeId: text().primaryKey(),
    stripeChargeId: text().notNull(),
    source: text({ enum: ['donation', 'membership', 'gift'] }).notNull(),
    sourceId: uuid().notNull(),
    amountMinor: minor().notNull(),
    currency: currency().notNull(),
    /** Stripe's word: https://docs.stripe.com/api/disputes/object#dispute_object-status */
    status: text().notNull(),
    /** Why, by Stripe's code: https://docs.stripe.com/disputes/categories */
    reason: text(),
    openedAt: instant().notNull(),
    /** Until when evidence can be sent. */
    dueBy: instant(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('disputes_charge_idx').on(t.stripeChargeId),
    index('disputes_opened_idx').on(t.openedAt, t.stripeDisputeId),
    // Few are open at a time.
    index('disputes_waiting_idx')
      .on(t.dueBy)
      .where(sql`status in ('needs_response', 'warning_needs_response')`),
    index('disputes_source_idx').on(t.source, t.sourceId),
  ],
);

/** Money on its way from Stripe's balance to the bank. A paid payout can still fail. */
export const payouts = pgTable(
  'payouts',
  {
    stripePayoutId: text().primaryKey(),
    amountMinor: minor().notNull(),
    currency: currency().notNull(),
    /** Stripe's word: https://docs.stripe.com/api/payouts/object#payout_object-status */
    status: text().notNull(),
    isAutomatic: boolean().notNull(),
    failureCode: text(),
    createdAt: instant().notNull(),
    arrivesAt: instant().notNull(),
    /** How many balance transactions it is made of and what they come to, once Stripe lists them. */
    contentCount: integer(),
    contentMinor: minor(),
    /** When every one of them was found in the ledger, and their sum to be the amount. */
    matchedAt: instant(),
  },
  (t) => [index('payouts_created_idx').on(t.createdAt.desc().nullsFirst())],
);
