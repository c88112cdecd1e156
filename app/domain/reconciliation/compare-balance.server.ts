import { addMs, minutesMs } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import { type LedgerCheck, checkLedger } from '../ledger/check-ledger.server.ts';
import type { Ctx } from '../ports/context.ts';
import type { BalanceFacts } from '../ports/payments.ts';
import { convergeBalance } from './converge-object.server.ts';
import { type Comparison, type Difference, spellMoney } from './difference.ts';

/** What moved less long ago is on its way through the webhook: booking it now is no repair. */
const onItsWayMs = 10 * minutesMs;

/**
 * Holds the ledger against Stripe's balance transactions, both ways, and books what is missing:
 * a payment of ours with its order, everything else for what it is.
 * @param since only what was created from then on; null = everything, and the totals with it
 * @throws when Stripe can't be read; what was repaired until then stays
 */
export async function compareBalance(
  ctx: Ctx,
  since: Date | null,
  beat: () => Promise<void>,
): Promise<Comparison> {
  const before = await checkLedger(ctx, { since, onPage: beat });
  const parked = await bookMissing(ctx, before.missing, beat);
  const after =
    before.missing.length > 0 ? await checkLedger(ctx, { since, onPage: beat }) : before;
  const stillMissing = new Set(after.missing.map((facts) => facts.balanceTransactionId));
  const settledBefore = addMs(ctx.clock.now(), -onItsWayMs);
  const differences = [
    ...before.missing.flatMap((facts): Difference[] => {
      const isRepaired = !stillMissing.has(facts.balanceTransactionId);
      // Fees of the account and what others sell have no event of ours: this is where they are booked.
      const isRoutine = facts.chargeId ? parked.foreign.has(facts.chargeId) : !isPayout(facts);
      if (isRepaired && (isRoutine || facts.createdAt >= settledBefore)) return [];
      const isUnknown = facts.chargeId !== null && parked.ours.has(facts.chargeId);
      return [missingDifference(facts, isUnknown ? 'order_unknown' : 'not_booked', isRepaired)];
    }),
    ...after.differing.map(differingDifference),
    ...(since ? [] : totalDifferences(after)),
  ];
  const differing = new Set(
    differences.filter((one) => !one.isRepaired).map((one) => one.objectId),
  );
  return {
    compared: after.compared,
    differences,
    agreeing: [
      ...after.agreeing
        .filter((objectId) => !differing.has(objectId))
        .map((objectId) => ({ kind: 'balance_transaction' as const, objectId })),
      ...(since
        ? []
        : after.totals
            .filter((total) => total.oursMinor === total.theirsMinor)
            .map(({ currency }) => ({ kind: 'total' as const, objectId: currency }))),
    ],
  };
}

function isPayout(facts: BalanceFacts): boolean {
  return facts.type.startsWith('payout') && !facts.type.startsWith('payout_minimum');
}

/** Answers the charges whose order is not known, and those of others. */
async function bookMissing(
  ctx: Ctx,
  missing: readonly BalanceFacts[],
  beat: () => Promise<void>,
): Promise<{ ours: Set<string>; foreign: Set<string> }> {
  const outcomes = { ours: new Set<string>(), foreign: new Set<string>() };
  const done = new Set<string>();
  // The oldest first, as it happened.
  for (const facts of [...missing].reverse()) {
    const chargeId = facts.chargeId ?? '';
    // A charge of ours brings its refunds and disputes; one of somebody else is booked movement by movement.
    if (done.has(chargeId)) continue;
    const outcome = await convergeBalance(ctx, facts);
    if (outcome === 'parked') outcomes.ours.add(chargeId);
    if (outcome === 'foreign' && facts.chargeId) outcomes.foreign.add(chargeId);
    else if (facts.chargeId) done.add(chargeId);
    await beat();
  }
  return outcomes;
}

function missingDifference(
  facts: BalanceFacts,
  cause: 'order_unknown' | 'not_booked',
  isRepaired: boolean,
): Difference {
  return {
    kind: 'balance_transaction',
    objectId: facts.balanceTransactionId,
    expected: `${facts.type} ${spellMoney(facts.net)}`,
    found: '',
    cause,
    isRepaired,
  };
}

function differingDifference(pair: LedgerCheck['differing'][number]): Difference {
  return {
    kind: 'balance_transaction',
    objectId: pair.balanceTransactionId,
    expected: pair.theirs ? spellMoney(pair.theirs) : '',
    found: spellMoney(pair.ours),
    cause: pair.theirs ? 'figures_differ' : 'not_at_stripe',
    isRepaired: false,
  };
}

function totalDifferences(check: LedgerCheck): Difference[] {
  return check.totals
    .filter((total) => total.oursMinor !== total.theirsMinor)
    .map(({ currency, oursMinor, theirsMinor }) => ({
      kind: 'total',
      objectId: currency,
      expected: spellMoney(money(theirsMinor, currency)),
      found: spellMoney(money(oursMinor, currency)),
      cause: 'figures_differ',
      isRepaired: false,
    }));
}
