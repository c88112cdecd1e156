import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { askTests } from '../../db/schema/ask-tests.ts';
import { asks } from '../../db/schema/asks.ts';
import type { Ctx } from '../ports/context.ts';
import { armsOf, creditOf, parseVariant } from './ab-test/ab-test.ts';
import type { AskClaim } from './attribution.ts';

/**
 * What a gift is to remember of the ask that it claims: only what there is, or was, is believed. A
 * variant counts after its test as well, for the page may be older than its end.
 */
export async function creditAsk(
  ctx: Ctx,
  claim: AskClaim | null,
): Promise<{ askId: string | null; askVariant: string | null }> {
  const nothing = { askId: null, askVariant: null };
  if (!claim || !z.uuid().safeParse(claim.askId).success) return nothing;
  const variant = parseVariant(claim.variant);
  const [row] = await ctx.db
    .select({ id: asks.id, shareB: askTests.shareB, holdBack: askTests.holdBack })
    .from(asks)
    .leftJoin(askTests, and(eq(askTests.askId, asks.id), eq(askTests.number, variant?.number ?? 0)))
    .where(eq(asks.id, claim.askId));
  if (!row) return nothing;
  const { shareB, holdBack } = row;
  const isTrue =
    variant &&
    shareB !== null &&
    holdBack !== null &&
    armsOf({ shareB, holdBack }).includes(variant.arm);
  return isTrue && claim.variant
    ? creditOf(row.id, claim.variant)
    : { askId: row.id, askVariant: null };
}
