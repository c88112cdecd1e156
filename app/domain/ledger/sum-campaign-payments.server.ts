import { and, eq, sql } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import type { CurrencyCode } from '../../kernel/currencies.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';

/** What a campaign has brought in one currency, less what went back. Others are not added: they are other money. */
export async function sumCampaignPayments(
  ctx: Ctx,
  campaignId: string,
  currency: CurrencyCode,
): Promise<Money> {
  const rows = await ctx.db
    .select({ sum: sql<string>`coalesce(sum(${payments.amountMinor}), 0)` })
    .from(payments)
    .where(and(eq(payments.campaignId, campaignId), eq(payments.currency, currency)));
  return money(Math.max(0, Number(rows[0]?.sum ?? 0)), currency);
}
