import { addDays } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import { listMatchedPayouts } from '../ledger/list-payouts.server.ts';
import type { Ctx } from '../ports/context.ts';
import type { PayoutFacts } from '../ports/payments.ts';
import { convergePayoutFacts } from './converge-object.server.ts';
import { type Comparison, type Difference, spellMoney } from './difference.ts';

/** Stripe lists what an automatic payout is made of within a day or so. */
const listedAfterDays = 7;

/**
 * Holds each payout against what it is made of, in the ledger, and against the amount that goes to
 * the bank.
 * @param since only payouts made from then on; null = all
 * @throws when Stripe can't be read; what was repaired until then stays
 */
export async function comparePayouts(
  ctx: Ctx,
  since: Date | null,
  beat: () => Promise<void>,
): Promise<Comparison> {
  const matched = await listMatchedPayouts(ctx);
  const differences: Difference[] = [];
  const agreeing: string[] = [];
  let compared = 0;
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor; isFirst = false) {
    const page = await ctx.payments.listPayouts({ cursor, since });
    for (const facts of page.items) {
      compared += 1;
      const difference =
        matched.get(facts.payoutId) === facts.status ? null : await comparePayout(ctx, facts);
      if (difference) differences.push(difference);
      else agreeing.push(facts.payoutId);
      await beat();
    }
    cursor = page.nextCursor;
  }
  return {
    compared,
    differences,
    agreeing: agreeing.map((objectId) => ({ kind: 'payout', objectId })),
  };
}

async function comparePayout(ctx: Ctx, facts: PayoutFacts): Promise<Difference | null> {
  const outcome = await convergePayoutFacts(ctx, facts);
  const about = { kind: 'payout' as const, objectId: facts.payoutId, isRepaired: false };
  const expected = spellMoney(facts.amount);
  if (outcome.state === 'differs') {
    const lacking = outcome.notBooked.length > 0 ? ` (${outcome.notBooked.join(', ')})` : '';
    const content = spellMoney(money(outcome.contentMinor, facts.amount.currency));
    const cause = lacking ? 'not_booked' : 'figures_differ';
    return { ...about, expected, found: `${content}${lacking}`, cause };
  }
  const isOverdue = addDays(facts.createdAt, listedAfterDays) < ctx.clock.now();
  const isListable = facts.isAutomatic && facts.status !== 'failed' && facts.status !== 'canceled';
  if (outcome.state === 'waiting' && isListable && isOverdue) {
    return { ...about, expected, found: '', cause: 'not_listed_yet' };
  }
  return null;
}
