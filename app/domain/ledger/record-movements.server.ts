import { sql } from 'drizzle-orm';
import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';
import type { ChargeFacts } from '../ports/payments.ts';
import type { Movement, MovementKind } from './movement.ts';
import type { PaymentSource } from './payment.ts';
import { type PostingToWrite, post } from './post.server.ts';
import { postingsOf } from './posting.ts';

export interface MovementToRecord {
  readonly movement: Movement;
  readonly source: PaymentSource;
  readonly charge: Pick<
    ChargeFacts,
    'chargeId' | 'paymentIntentId' | 'invoiceId' | 'country' | 'periodEnd'
  >;
}

export interface RecordedMovement {
  readonly kind: MovementKind;
  readonly stripeObjectId: string;
  readonly paymentId: string;
  readonly isNew: boolean;
}

/** Rows in one statement: enough that statements do not matter, and a parameter stays a few megabytes. */
const batchSize = 5_000;

/**
 * Writes movements and their ledger transactions, in as few statements as it can. The sole writer
 * of the payments. Safe to repeat: what is there stays, figures that Stripe had not computed
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
  await holdFacts(ctx, batch);
  const recorded = await writePayments(ctx, batch, now);
  const paymentIds = new Map(
    recorded.map((row) => [`${row.kind} ${row.stripeObjectId}`, row.paymentId]),
  );
  await post(
    ctx,
    batch.flatMap(({ movement, source }): PostingToWrite[] => {
      const paymentId = paymentIds.get(`${movement.kind} ${movement.stripeObjectId}`) ?? null;
      return postingsOf(movement, source.source).map((posting) => ({ posting, paymentId }));
    }),
    now,
  );
  return recorded;
}

/**
 * Two who book the same settled payment at once would meet at its balance transaction, which is unique
 * too, and the later one would be refused instead of finding the row that is there. So it waits here,
 * until the first has committed; in order, and in so many locks at most, however large a batch is.
 */
async function holdFacts(tx: Ctx, batch: readonly MovementToRecord[]): Promise<void> {
  const objects = JSON.stringify(batch.map(({ movement }) => movement.stripeObjectId));
  await tx.db.execute(sql`
    select pg_advisory_xact_lock(7308, bucket) from (
      select distinct abs(hashtextextended(object, 0) % 256)::int as bucket
      from jsonb_array_elements_text(${objects}::jsonb) as object order by 1) as held`);
}

/** The rows go as one JSON parameter: thousands of rows as parameters of their own cost seconds to build. */
async function writePayments(
  ctx: Ctx,
  batch: readonly MovementToRecord[],
  now: Date,
): Promise<RecordedMovement[]> {
  const { rows } = await ctx.db.execute<{
    id: string;
    kind: MovementKind;
    stripe_object_id: string;
    is_new: boolean;
  }>(sql`
    insert into payments as p (
      id, kind, stripe_object_id, stripe_balance_transaction_id, stripe_charge_id,
      stripe_payment_intent_id, stripe_invoice_id, source, source_id, supporter_id, amount_minor,
      currency, settlement_currency, settlement_gross_minor, fee_minor, net_minor, exchange_rate,
      country, period_end, article_id, ask_id, campaign_id, occurred_at, recorded_at)
    select
      id, kind, object_id, balance_transaction_id, charge_id,
      payment_intent_id, invoice_id, source, source_id, supporter_id, amount_minor,
      currency, settlement_currency, gross_minor, fee_minor, net_minor, exchange_rate,
      country, period_end, article_id, ask_id, campaign_id, occurred_at, ${now}
    from jsonb_to_recordset(${JSON.stringify(batch.map(toRow))}::jsonb) as r(
      id uuid, kind text, object_id text, balance_transaction_id text, charge_id text,
      payment_intent_id text, invoice_id text, source text, source_id uuid, supporter_id uuid,
      amount_minor bigint, currency text, settlement_currency text, gross_minor bigint,
      fee_minor bigint, net_minor bigint, exchange_rate numeric, country text,
      period_end timestamptz, article_id uuid, ask_id uuid, campaign_id uuid,
      occurred_at timestamptz)
    on conflict (kind, stripe_object_id) do update set
      -- Only fills what was empty: a settled payment never changes.
      stripe_balance_transaction_id = coalesce(p.stripe_balance_transaction_id, excluded.stripe_balance_transaction_id),
      settlement_currency = coalesce(p.settlement_currency, excluded.settlement_currency),
      settlement_gross_minor = coalesce(p.settlement_gross_minor, excluded.settlement_gross_minor),
      fee_minor = coalesce(p.fee_minor, excluded.fee_minor),
      net_minor = coalesce(p.net_minor, excluded.net_minor),
      exchange_rate = coalesce(p.exchange_rate, excluded.exchange_rate),
      supporter_id = coalesce(p.supporter_id, excluded.supporter_id),
      period_end = coalesce(p.period_end, excluded.period_end)
    -- A row that this statement inserted has no deleting transaction yet.
    returning p.id, p.kind, p.stripe_object_id, (p.xmax = 0) as is_new`);
  return rows.map((row) => ({
    kind: row.kind,
    stripeObjectId: row.stripe_object_id,
    paymentId: row.id,
    isNew: row.is_new,
  }));
}

function toRow({ movement, source, charge }: MovementToRecord) {
  const { settlement } = movement;
  return {
    id: newId(),
    kind: movement.kind,
    object_id: movement.stripeObjectId,
    balance_transaction_id: settlement?.balanceTransactionId ?? null,
    charge_id: charge.chargeId,
    payment_intent_id: charge.paymentIntentId,
    invoice_id: charge.invoiceId,
    source: source.source,
    source_id: source.sourceId,
    supporter_id: source.supporterId,
    amount_minor: movement.amount.amountMinor,
    currency: movement.amount.currency,
    settlement_currency: settlement?.gross.currency ?? null,
    gross_minor: settlement?.gross.amountMinor ?? null,
    fee_minor: settlement?.fee.amountMinor ?? null,
    net_minor: settlement?.net.amountMinor ?? null,
    exchange_rate: settlement?.exchangeRate ?? null,
    country: charge.country,
    period_end: movement.kind === 'charge' ? (charge.periodEnd?.toISOString() ?? null) : null,
    article_id: source.articleId,
    ask_id: source.askId,
    campaign_id: source.campaignId,
    occurred_at: movement.occurredAt.toISOString(),
  };
}
