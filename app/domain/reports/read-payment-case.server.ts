import { aliasedTable, asc, eq, inArray } from 'drizzle-orm';
import { articles } from '../../db/schema/articles.ts';
import { ledgerEntries, ledgerTransactions, payments } from '../../db/schema/ledger.ts';
import { supporters } from '../../db/schema/supporters.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { settlementOf } from './list-payments.server.ts';
import type { ListedPayment } from './listed-payment.ts';
import type { BookedEntry, PaymentCase } from './payment-case.ts';

const named = aliasedTable(payments, 'named');

/**
 * The charge that a movement belongs to, with all that followed; null when the id names none. Two
 * queries along indexes.
 */
export async function readPaymentCase(ctx: Ctx, paymentId: string): Promise<PaymentCase | null> {
  const ofCharge = ctx.db
    .select({ stripeChargeId: named.stripeChargeId })
    .from(named)
    .where(eq(named.id, paymentId));
  const rows = await ctx.db
    .select({
      payment: payments,
      name: supporters.name,
      email: supporters.email,
      headline: articles.headline,
    })
    .from(payments)
    .leftJoin(supporters, eq(supporters.id, payments.supporterId))
    .leftJoin(articles, eq(articles.id, payments.articleId))
    .where(inArray(payments.stripeChargeId, ofCharge))
    .orderBy(asc(payments.occurredAt), asc(payments.id));
  const movements = rows.map(({ payment, name, email, headline }): ListedPayment => {
    const { supporterId, articleId } = payment;
    return {
      id: payment.id,
      kind: payment.kind,
      source: payment.source,
      amount: money(payment.amountMinor, payment.currency),
      settlement: settlementOf(payment),
      occurredAt: payment.occurredAt,
      supporter: supporterId && email !== null ? { id: supporterId, name, email } : null,
      article: articleId && headline !== null ? { id: articleId, headline } : null,
      country: payment.country,
      stripeObjectId: payment.stripeObjectId,
      stripeChargeId: payment.stripeChargeId,
    };
  });
  const charge = movements.find(({ kind }) => kind === 'charge');
  if (!charge) return null;
  const source = rows[0]?.payment;
  return {
    charge,
    movements,
    entries: await readEntries(
      ctx,
      movements.map(({ id }) => id),
    ),
    membershipId: source?.source === 'membership' ? source.sourceId : null,
    chargeUrl: ctx.payments.dashboardUrl(charge.stripeChargeId),
  };
}

async function readEntries(ctx: Ctx, paymentIds: readonly string[]): Promise<BookedEntry[]> {
  const rows = await ctx.db
    .select({
      id: ledgerEntries.id,
      at: ledgerTransactions.occurredAt,
      fact: ledgerTransactions.fact,
      stripeObjectId: ledgerTransactions.stripeObjectId,
      account: ledgerEntries.account,
      amountMinor: ledgerEntries.amountMinor,
      currency: ledgerEntries.currency,
    })
    .from(ledgerTransactions)
    .innerJoin(ledgerEntries, eq(ledgerEntries.transactionId, ledgerTransactions.id))
    .where(inArray(ledgerTransactions.paymentId, [...paymentIds]))
    .orderBy(asc(ledgerTransactions.occurredAt), asc(ledgerEntries.id));
  return rows.map(({ amountMinor, currency, ...row }) => ({
    ...row,
    amount: money(amountMinor, currency),
  }));
}
