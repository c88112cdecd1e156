import { sql } from 'drizzle-orm';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { isErasedAddress } from '../supporters/erased-address.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { type CsvTable, everyPage } from './csv.server.ts';
import { amountCell, instantCell, textCell } from './csv-cell.ts';
import { listSupporters } from './list-supporters.server.ts';
import type { ListedSupporter } from './listed-supporter.ts';
import { parseSupporterCursor } from './supporter-cursor.ts';
import { type SupporterFilter, supporterQuery } from './supporter-filter.ts';

const batchSize = 1_000;

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
    // What was searched for may be somebody's name.
    detail: { filter: supporterQuery({ ...input.filter, search: null }) },
    reason: '',
  });
  const currencies = await listSettlementCurrencies(ctx);
  const supporters = everyPage(async (after) => {
    const page = await listSupporters(ctx, {
      filter: input.filter,
      timeZone,
      after: parseSupporterCursor(after, input.filter.sort),
      limit: batchSize,
    });
    return { rows: page.supporters, next: page.next };
  });
  return {
    columns: [...columns, ...currencies.map((currency) => `given_${currency}`)],
    rows: rowsOf(supporters, currencies),
  };
}

/** The currencies in which anybody gave, found by hops through the index rather than by reading it all. */
export async function listSettlementCurrencies(ctx: Ctx): Promise<CurrencyCode[]> {
  const { rows } = await ctx.db.execute<{ currency: string }>(sql`
    with recursive known as (
      (select currency from supporter_given order by currency limit 1)
      union all
      select (select g.currency from supporter_given g where g.currency > known.currency
        order by g.currency limit 1)
      from known where known.currency is not null)
    select currency from known where currency is not null`);
  return rows.map(({ currency }) => currency);
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
      textCell(isErasedAddress(supporter.email) ? null : supporter.email),
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
