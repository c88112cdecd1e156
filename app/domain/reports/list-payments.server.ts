import { type SQL, and, eq, gte, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import { articles } from '../../db/schema/articles.ts';
import { payments } from '../../db/schema/ledger.ts';
import { supporters } from '../../db/schema/supporters.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { type Cursor, formatCursor } from './cursor.ts';
import type { ListedPayment, PaymentPage, PaymentSum } from './listed-payment.ts';
import type { PaymentFilter, PaymentKindGroup } from './payment-filter.ts';
import { spanOfMonth } from './report-month.ts';
import { afterCursor, cursorInstant, newestFirst, wholeNumber } from './sql-figures.server.ts';

const kindsOf: Record<PaymentKindGroup, (typeof payments.$inferSelect)['kind'][]> = {
  charges: ['charge'],
  refunds: ['refund', 'refund_failure'],
  disputes: ['dispute', 'dispute_reversal'],
};

/** One page of payments, the newest first. One query; also the batches of the CSV. */
export async function listPayments(
  ctx: Ctx,
  input: { filter: PaymentFilter; timeZone: string; after: Cursor | null; limit: number },
): Promise<PaymentPage> {
  const rows = await ctx.db
    .select({
      payment: payments,
      cursorAt: cursorInstant(payments.occurredAt),
      name: supporters.name,
      email: supporters.email,
      headline: articles.headline,
    })
    .from(payments)
    .leftJoin(supporters, eq(supporters.id, payments.supporterId))
    .leftJoin(articles, eq(articles.id, payments.articleId))
    .where(
      and(
        conditionOf(input.filter, input.timeZone),
        input.after ? afterCursor(payments.occurredAt, payments.id, input.after) : undefined,
      ),
    )
    .orderBy(newestFirst(payments.occurredAt), payments.id)
    .limit(input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  return {
    payments: shown.map(toListed),
    next: last ? formatCursor({ at: last.cursorAt, id: last.payment.id }) : null,
  };
}

/** What all the payments of a filter come to: the figure that the report shows for the same filter. */
export async function sumPayments(
  ctx: Ctx,
  input: { filter: PaymentFilter; timeZone: string },
): Promise<PaymentSum[]> {
  const rows = await ctx.db
    .select({
      currency: payments.currency,
      settlementCurrency: payments.settlementCurrency,
      count: wholeNumber(sql`count(*)`),
      amountMinor: wholeNumber(sql`sum(${payments.amountMinor})`),
      grossMinor: wholeNumber(sql`sum(${payments.settlementGrossMinor})`),
      feeMinor: wholeNumber(sql`sum(${payments.feeMinor})`),
      netMinor: wholeNumber(sql`sum(${payments.netMinor})`),
    })
    .from(payments)
    .where(conditionOf(input.filter, input.timeZone))
    .groupBy(payments.currency, payments.settlementCurrency)
    .orderBy(sql`count(*) desc`, payments.currency);
  return rows.map((row) => ({
    count: row.count,
    amount: money(row.amountMinor, row.currency),
    settlement: row.settlementCurrency
      ? {
          gross: money(row.grossMinor, row.settlementCurrency),
          fee: money(row.feeMinor, row.settlementCurrency),
          net: money(row.netMinor, row.settlementCurrency),
        }
      : null,
  }));
}

function conditionOf(filter: PaymentFilter, timeZone: string): SQL | undefined {
  const conditions: SQL[] = [];
  if (filter.month) {
    const span = spanOfMonth(filter.month, timeZone);
    const until = filter.until && filter.until < span.until ? filter.until : span.until;
    conditions.push(gte(payments.occurredAt, span.from), lt(payments.occurredAt, until));
  }
  if (filter.source === 'once') conditions.push(ne(payments.source, 'membership'));
  if (filter.source === 'recurring') conditions.push(eq(payments.source, 'membership'));
  if (filter.kind) conditions.push(inArray(payments.kind, kindsOf[filter.kind]));
  if (filter.currency) conditions.push(eq(payments.currency, filter.currency));
  if (filter.settledIn) conditions.push(eq(payments.settlementCurrency, filter.settledIn));
  if (filter.articleId) conditions.push(eq(payments.articleId, filter.articleId));
  if (filter.isWaiting) conditions.push(isNull(payments.stripeBalanceTransactionId));
  return and(...conditions);
}

interface Row {
  payment: typeof payments.$inferSelect;
  name: string | null;
  email: string | null;
  headline: string | null;
}

function toListed({ payment, name, email, headline }: Row): ListedPayment {
  return {
    id: payment.id,
    kind: payment.kind,
    source: payment.source,
    amount: money(payment.amountMinor, payment.currency),
    settlement: settlementOf(payment),
    occurredAt: payment.occurredAt,
    supporter:
      payment.supporterId && email !== null ? { id: payment.supporterId, name, email } : null,
    article: payment.articleId && headline !== null ? { id: payment.articleId, headline } : null,
    country: payment.country,
    stripeObjectId: payment.stripeObjectId,
    stripeChargeId: payment.stripeChargeId,
  };
}

/** Stripe's figures for a payment. The database keeps all of them or none. */
export function settlementOf(payment: typeof payments.$inferSelect): ListedPayment['settlement'] {
  const { settlementCurrency, settlementGrossMinor, feeMinor, netMinor } = payment;
  if (
    settlementCurrency === null ||
    settlementGrossMinor === null ||
    feeMinor === null ||
    netMinor === null
  ) {
    return null;
  }
  return {
    gross: money(settlementGrossMinor, settlementCurrency),
    fee: money(feeMinor, settlementCurrency),
    net: money(netMinor, settlementCurrency),
  };
}
