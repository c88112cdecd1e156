import { sql } from 'drizzle-orm';
import { ledgerEntries, ledgerTransactions, payments } from '../../db/schema/ledger.ts';
import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';
import type { ChargeFacts } from '../ports/payments.ts';
import type { Movement, MovementKind } from './movement.ts';
import type { PaymentSource } from './payment.ts';
import { type Posting, postingsOf } from './posting.ts';

export interface MovementToRecord {
  readonly movement: Movement;
  readonly source: PaymentSource;
  readonly charge: Pick<ChargeFacts, 'chargeId' | 'paymentIntentId' | 'invoiceId' | 'country'>;
}

export interface RecordedMovement {
  readonly kind: MovementKind;
  readonly stripeObjectId: string;
  readonly paymentId: string;
  readonly isNew: boolean;
}

/** Rows in one statement, well under Postgres's limit of 65,535 parameters. */
const batchSize = 1_000;

/**
 * Writes movements and their ledger transactions, in as few statements as it can. The sole writer
 * of the ledger's tables. Safe to repeat: what is there stays, figures that Stripe had not computed
 * before are filled in. Caller's duty: a transaction.
 */
export async function recordMovements(
  ctx: Ctx,
  movements: readonly MovementToRecord[],
): Promise<RecordedMovement[]> {
  const recorded: RecordedMovement[] = [];
  for (let start = 0; start < movements.length; start += batchSize) {
    recorded.push(...(await recordBatch(ctx, movements.slice(start, start + batchSize))));
  }
  return recorded;
}

async function recordBatch(
  ctx: Ctx,
  batch: readonly MovementToRecord[],
): Promise<RecordedMovement[]> {
  const now = ctx.clock.now();
  const rows = await ctx.db
    .insert(payments)
    .values(batch.map((item) => toRow(item, now)))
    .onConflictDoUpdate({
      target: [payments.kind, payments.stripeObjectId],
      set: {
        // Only fills what was empty: a settled payment never changes.
        stripeBalanceTransactionId: sql`coalesce(${payments.stripeBalanceTransactionId}, excluded.stripe_balance_transaction_id)`,
        settlementCurrency: sql`coalesce(${payments.settlementCurrency}, excluded.settlement_currency)`,
        settlementGrossMinor: sql`coalesce(${payments.settlementGrossMinor}, excluded.settlement_gross_minor)`,
        feeMinor: sql`coalesce(${payments.feeMinor}, excluded.fee_minor)`,
        netMinor: sql`coalesce(${payments.netMinor}, excluded.net_minor)`,
        exchangeRate: sql`coalesce(${payments.exchangeRate}, excluded.exchange_rate)`,
        supporterId: sql`coalesce(${payments.supporterId}, excluded.supporter_id)`,
      },
    })
    .returning({
      paymentId: payments.id,
      kind: payments.kind,
      stripeObjectId: payments.stripeObjectId,
      // A row that this statement inserted has no deleting transaction yet.
      isNew: sql<boolean>`(${payments}.xmax = 0)`,
    });
  const paymentIds = new Map(
    rows.map((row) => [`${row.kind} ${row.stripeObjectId}`, row.paymentId]),
  );
  await post(
    ctx,
    batch.flatMap(({ movement, source }) => {
      const paymentId = paymentIds.get(`${movement.kind} ${movement.stripeObjectId}`) ?? null;
      return postingsOf(movement, source.source).map((posting) => ({ posting, paymentId }));
    }),
    now,
  );
  return rows;
}

function toRow(
  { movement, source, charge }: MovementToRecord,
  now: Date,
): typeof payments.$inferInsert {
  const { settlement } = movement;
  return {
    id: newId(),
    kind: movement.kind,
    stripeObjectId: movement.stripeObjectId,
    stripeBalanceTransactionId: settlement?.balanceTransactionId ?? null,
    stripeChargeId: charge.chargeId,
    stripePaymentIntentId: charge.paymentIntentId,
    stripeInvoiceId: charge.invoiceId,
    source: source.source,
    sourceId: source.sourceId,
    supporterId: source.supporterId,
    amountMinor: movement.amount.amountMinor,
    currency: movement.amount.currency,
    settlementCurrency: settlement?.gross.currency ?? null,
    settlementGrossMinor: settlement?.gross.amountMinor ?? null,
    feeMinor: settlement?.fee.amountMinor ?? null,
    netMinor: settlement?.net.amountMinor ?? null,
    exchangeRate: settlement?.exchangeRate ?? null,
    country: charge.country,
    articleId: source.articleId,
    askId: source.askId,
    campaignId: source.campaignId,
    occurredAt: movement.occurredAt,
    recordedAt: now,
  };
}

async function post(
  ctx: Ctx,
  items: readonly { posting: Posting; paymentId: string | null }[],
  now: Date,
): Promise<void> {
  if (items.length === 0) return;
  const inserted = await ctx.db
    .insert(ledgerTransactions)
    .values(
      items.map(({ posting, paymentId }) => ({
        id: newId(),
        fact: posting.fact,
        stripeObjectId: posting.stripeObjectId,
        paymentId,
        occurredAt: posting.occurredAt,
        recordedAt: now,
      })),
    )
    .onConflictDoNothing({ target: [ledgerTransactions.fact, ledgerTransactions.stripeObjectId] })
    .returning({
      id: ledgerTransactions.id,
      fact: ledgerTransactions.fact,
      stripeObjectId: ledgerTransactions.stripeObjectId,
    });
  const postings = new Map(
    items.map(({ posting }) => [`${posting.fact} ${posting.stripeObjectId}`, posting]),
  );
  const entries = inserted.flatMap((transaction) =>
    (postings.get(`${transaction.fact} ${transaction.stripeObjectId}`)?.entries ?? []).map(
      (entry) => ({
        transactionId: transaction.id,
        account: entry.account,
        amountMinor: entry.amount.amountMinor,
        currency: entry.amount.currency,
      }),
    ),
  );
  // One statement: the database checks the balance of each transaction after every insert.
  if (entries.length > 0) await ctx.db.insert(ledgerEntries).values(entries);
}
