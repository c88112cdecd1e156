import fc from 'fast-check';
import { money } from '../../../kernel/money.ts';
import { newId } from '../../../platform/ids.ts';
import { type MovementToRecord, recordMovements } from '../../ledger/record-movements.server.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';

const currencies = ['EUR', 'UAH', 'JPY'] as const;
const kinds = ['refund', 'refund_failure', 'dispute', 'dispute_reversal'] as const;

const charge = fc.record({
  at: fc.date({
    min: new Date('2026-08-15T00:00:00Z'),
    max: new Date('2026-11-22T20:00:00Z'),
    noInvalidDate: true,
  }),
  source: fc.constantFrom('donation', 'membership', 'gift'),
  currency: fc.constantFrom(...currencies),
  amountMinor: fc.integer({ min: 50, max: 500_000 }),
  settlementCurrency: fc.constantFrom('EUR', 'EUR', 'USD'),
  person: fc.integer({ min: 0, max: 9 }),
  article: fc.integer({ min: 0, max: 4 }),
  isSettled: fc.constantFrom(true, true, true, false),
  returned: fc.option(
    fc.record({ kind: fc.constantFrom(...kinds), days: fc.integer({ min: 0, max: 40 }) }),
  ),
} as const);

/**
 * Books a few hundred random charges, and what came after some of them, in three currencies and
 * two settlement currencies. The same seed books the same. Caller's duty: people and articles exist.
 */
export async function bookRandomPayments(
  ctx: Ctx,
  input: { seed: number; people: readonly string[]; articles: readonly (string | null)[] },
): Promise<void> {
  const charges = fc.sample(charge, { numRuns: 300, seed: input.seed });
  const movements = charges.flatMap((item, i): MovementToRecord[] => {
    const settle = (name: string, amountMinor: number, feeMinor: number, at: Date) =>
      item.isSettled
        ? {
            at,
            balanceTransactionId: `txn_${name}`,
            gross: money(amountMinor, item.settlementCurrency),
            fee: money(feeMinor, item.settlementCurrency),
            net: money(amountMinor - feeMinor, item.settlementCurrency),
            exchangeRate: null,
          }
        : null;
    const grossMinor = Math.ceil(item.amountMinor / 3);
    const common = {
      source: {
        source: item.source,
        sourceId: newId(),
        supporterId: input.people[item.person % input.people.length] ?? null,
        articleId: input.articles[item.article % input.articles.length] ?? null,
        askId: null,
        campaignId: null,
      },
      charge: {
        chargeId: `ch_${input.seed}_${i}`,
        paymentIntentId: null,
        invoiceId: null,
        country: 'UA',
        periodEnd: null,
      },
    };
    const booked: MovementToRecord[] = [
      {
        ...common,
        movement: {
          kind: 'charge',
          stripeObjectId: common.charge.chargeId,
          amount: money(item.amountMinor, item.currency),
          occurredAt: item.at,
          settlement: settle(
            `${input.seed}_${i}`,
            grossMinor,
            Math.ceil(grossMinor / 30) + 25,
            item.at,
          ),
        },
      },
    ];
    if (item.returned) {
      const { kind, days } = item.returned;
      const sign = kind === 'refund' || kind === 'dispute' ? -1 : 1;
      const at = new Date(item.at.getTime() + days * 86_400_000);
      booked.push({
        ...common,
        movement: {
          kind,
          stripeObjectId: `${kind}_${input.seed}_${i}`,
          amount: money(sign * item.amountMinor, item.currency),
          occurredAt: at,
          settlement: settle(
            `${kind}_${input.seed}_${i}`,
            sign * grossMinor,
            kind === 'dispute' ? 1500 : 0,
            at,
          ),
        },
      });
    }
    return booked;
  });
  await inTransaction(ctx, (tx) => recordMovements(tx, movements));
}
