import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { type CsvTable, everyPage } from './csv.server.ts';
import { amountCell, instantCell, textCell } from './csv-cell.ts';
import { parseCursor } from './cursor.ts';
import { listPayments } from './list-payments.server.ts';
import type { ListedPayment } from './listed-payment.ts';
import type { PaymentFilter } from './payment-filter.ts';

const batchSize = 500;

const columns = [
  'payment_id',
  'occurred_at_utc',
  'kind',
  'source',
  'amount',
  'currency',
  'settled_gross',
  'stripe_fee',
  'settled_net',
  'settlement_currency',
  'supporter_id',
  'supporter_name',
  'supporter_email',
  'country',
  'article',
  'stripe_charge',
  'stripe_object',
];

/**
 * Every payment of a filter, the newest first. Who took them home is written down.
 * Caller's duty: that they may.
 */
export async function exportPayments(
  ctx: Ctx,
  input: { filter: PaymentFilter; actorId: string },
): Promise<CsvTable> {
  const { timeZone } = await readNewsroom(ctx);
  await recordAudit(ctx, {
    actorId: input.actorId,
    action: 'payments.exported',
    subjectKind: 'export',
    subjectId: 'payments',
    detail: { ...input.filter, until: input.filter.until?.toISOString() ?? null },
  });
  const payments = everyPage(async (after) => {
    const page = await listPayments(ctx, {
      filter: input.filter,
      timeZone,
      after: parseCursor(after),
      limit: batchSize,
    });
    return { rows: page.payments, next: page.next };
  });
  return { columns, rows: rowsOf(payments) };
}

async function* rowsOf(payments: AsyncIterable<ListedPayment>): AsyncGenerator<string[]> {
  for await (const payment of payments) {
    yield [
      payment.id,
      instantCell(payment.occurredAt),
      payment.kind,
      payment.source,
      amountCell(payment.amount),
      payment.amount.currency,
      amountCell(payment.settlement?.gross ?? null),
      amountCell(payment.settlement?.fee ?? null),
      amountCell(payment.settlement?.net ?? null),
      payment.settlement?.net.currency ?? '',
      payment.supporter?.id ?? '',
      textCell(payment.supporter?.name ?? null),
      textCell(payment.supporter?.email ?? null),
      textCell(payment.country),
      textCell(payment.article?.headline ?? null),
      payment.stripeChargeId,
      payment.stripeObjectId,
    ];
  }
}
