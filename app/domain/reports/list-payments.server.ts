import { type SQL, and, eq } from 'drizzle-orm';
import { articles } from '../../db/schema/articles.ts';
import { payments } from '../../db/schema/ledger.ts';
import { supporters } from '../../db/schema/supporters.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { type Cursor, formatCursor } from './cursor.ts';
import { type ListedPayment, type PaymentPage, mostLookedUp } from './listed-payment.ts';
import { lookedUpCondition, ownCondition } from './payment-condition.server.ts';
import type { PaymentFilter } from './payment-filter.ts';
import { afterCursor, cursorInstant, newestFirst } from './sql-figures.server.ts';

interface ListInput {
  readonly filter: PaymentFilter;
  readonly timeZone: string;
  readonly after: Cursor | null;
  readonly limit: number;
}

/**
 * One page of payments, the newest first; also the batches of the CSV. Where something must be looked
 * up for each payment, no more than {@link mostLookedUp} are read: a page may hold fewer than asked,
 * or none, and still not be the last. One query, two at the end of such a page.
 */
export async function listPayments(ctx: Ctx, input: ListInput): Promise<PaymentPage> {
  const { filter, limit } = input;
  const lookedUp = lookedUpCondition(filter);
  const newest = [newestFirst(payments.occurredAt), payments.id] as const;
  const own = ctx.db
    .select()
    .from(payments)
    .where(ownOf(input))
    .orderBy(...newest);
  // By the table's own name, which is what the condition speaks of.
  const read = own.limit(lookedUp ? mostLookedUp : limit + 1).as('payments');
  const rows = await ctx.db
    .select({
      payment: read._.selectedFields,
      cursorAt: cursorInstant(read.occurredAt),
      name: supporters.name,
      email: supporters.email,
      headline: articles.headline,
    })
    .from(read)
    .leftJoin(supporters, eq(supporters.id, read.supporterId))
    .leftJoin(articles, eq(articles.id, read.articleId))
    .where(lookedUp)
    .orderBy(newestFirst(read.occurredAt), read.id)
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last
    ? formatCursor({ at: last.cursorAt, id: last.payment.id })
    : lookedUp
      ? await endOfRead(ctx, input)
      : null;
  return { payments: shown.map(toListed), next };
}

function ownOf({ filter, timeZone, after }: ListInput): SQL | undefined {
  return and(
    ownCondition(filter, timeZone),
    after ? afterCursor(payments.occurredAt, payments.id, after) : undefined,
  );
}

/** The last of those that were read, when there are more. */
async function endOfRead(ctx: Ctx, input: ListInput): Promise<string | null> {
  const rows = await ctx.db
    .select({ at: cursorInstant(payments.occurredAt), id: payments.id })
    .from(payments)
    .where(ownOf(input))
    .orderBy(newestFirst(payments.occurredAt), payments.id)
    .offset(mostLookedUp - 1)
    .limit(2);
  const [last, more] = rows;
  return last && more ? formatCursor(last) : null;
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
