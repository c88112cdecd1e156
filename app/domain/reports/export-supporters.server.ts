import { isNotNull } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { type CsvTable, everyPage } from './csv.server.ts';
import { amountCell, instantCell, textCell } from './csv-cell.ts';
import { parseCursor } from './cursor.ts';
import { listSupporters } from './list-supporters.server.ts';
import type { ListedSupporter } from './listed-supporter.ts';
import type { SupporterFilter } from './supporter-filter.ts';

const batchSize = 500;

const columns = [
  'supporter_id',
  'name',
  'email',
  'country',
  'language',
  'since_utc',
  'membership_status',
  'tier',
  'membership_interval',
  'membership_amount',
  'membership_currency',
  'membership_started_utc',
  'membership_ends_utc',
  'gifts',
  'last_gift_utc',
];

/**
 * Every supporter of a filter, the newest first. What they gave, less what went back, has one
 * column for each currency that Stripe settled in. Who took it home is written down.
 * Caller's duty: that they may.
 */
export async function exportSupporters(
  ctx: Ctx,
  input: { filter: SupporterFilter; actorId: string },
): Promise<CsvTable> {
  const { timeZone } = await readNewsroom(ctx);
  await recordAudit(ctx, {
    actorId: input.actorId,
    action: 'supporters.exported',
    subjectKind: 'export',
    subjectId: 'supporters',
    detail: {
      group: input.filter.group,
      month: input.filter.month,
      currency: input.filter.currency,
    },
  });
  const settled = await ctx.db
    .selectDistinct({ currency: payments.settlementCurrency })
    .from(payments)
    .where(isNotNull(payments.settlementCurrency))
    .orderBy(payments.settlementCurrency);
  const currencies = settled.flatMap((row) => (row.currency ? [row.currency] : []));
  const supporters = everyPage(async (after) => {
    const page = await listSupporters(ctx, {
      filter: input.filter,
      timeZone,
      after: parseCursor(after),
      limit: batchSize,
    });
    return { rows: page.supporters, next: page.next };
  });
  return {
    columns: [...columns, ...currencies.map((currency) => `given_${currency}`)],
    rows: rowsOf(supporters, currencies),
  };
}

async function* rowsOf(
  supporters: AsyncIterable<ListedSupporter>,
  currencies: readonly CurrencyCode[],
): AsyncGenerator<string[]> {
  for await (const supporter of supporters) {
    const { membership } = supporter;
    yield [
      supporter.id,
      textCell(supporter.name),
      textCell(supporter.email),
      textCell(supporter.country),
      supporter.locale,
      instantCell(supporter.createdAt),
      membership?.status ?? '',
      textCell(membership?.tierName.en ?? null),
      membership?.interval ?? '',
      amountCell(membership?.amount ?? null),
      membership?.amount.currency ?? '',
      instantCell(membership?.startedAt ?? null),
      instantCell(membership?.endedAt ?? membership?.cancelAt ?? null),
      String(supporter.gifts),
      instantCell(supporter.lastGiftAt),
      ...currencies.map((currency) =>
        amountCell(supporter.given.find((sum) => sum.currency === currency) ?? null),
      ),
    ];
  }
}
