import { and, eq } from 'drizzle-orm';
import { articles } from '../../db/schema/articles.ts';
import { payments } from '../../db/schema/ledger.ts';
import { supporters } from '../../db/schema/supporters.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { type Cursor, formatCursor } from './cursor.ts';
import type { ListedPayment, PaymentPage } from './listed-payment.ts';
import { conditionOf } from './payment-condition.server.ts';
import type { PaymentFilter } from './payment-filter.ts';
import { afterCursor, cursorInstant, newestFirst } from './sql-figures.server.ts';

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
