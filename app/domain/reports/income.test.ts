import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IncomeRow, chargedIncome, settledIncome, waitingIncome } from './income.ts';

const row: fc.Arbitrary<IncomeRow> = fc
  .record({
    isBefore: fc.boolean(),
    source: fc.constantFrom('donation', 'membership', 'gift'),
    kind: fc.constantFrom('charge', 'refund', 'refund_failure', 'dispute', 'dispute_reversal'),
    currency: fc.constantFrom('EUR', 'USD', 'JPY'),
    settlementCurrency: fc.constantFrom('EUR', 'GBP', null),
    count: fc.integer({ min: 1, max: 100 }),
    amountMinor: fc.integer({ min: -100_000, max: 100_000 }),
    grossMinor: fc.integer({ min: -100_000, max: 100_000 }),
    feeMinor: fc.integer({ min: -1_000, max: 1_000 }),
  } as const)
  .map((sums) =>
    sums.settlementCurrency === null
      ? { ...sums, grossMinor: 0, feeMinor: 0, netMinor: 0 }
      : { ...sums, netMinor: sums.grossMinor - sums.feeMinor },
  );

describe('the statement of a month', () => {
  it('adds up from top to bottom in every currency', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        for (const { now, before } of settledIncome(rows)) {
          for (const lines of [now, before]) {
            const { once, recurring, refunds, disputes, fees, net } = lines;
            expect(once + recurring + refunds + disputes - fees).toBe(net);
          }
        }
      }),
    );
  });

  it('loses nothing: every settled net is in exactly one statement', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const all = rows.reduce((sum, { netMinor }) => sum + netMinor, 0);
        const shown = settledIncome(rows).reduce(
          (sum, { now, before }) => sum + now.net + before.net,
          0,
        );
        expect(shown).toBe(all);
      }),
    );
  });

  it('counts what waits apart, and what was charged whether it waits or not', () => {
    const charge = {
      isBefore: false,
      source: 'donation',
      kind: 'charge',
      currency: 'USD',
    } as const;
    const rows: IncomeRow[] = [
      {
        ...charge,
        settlementCurrency: 'EUR',
        count: 2,
        amountMinor: 2000,
        grossMinor: 1840,
        feeMinor: 100,
        netMinor: 1740,
      },
      {
        ...charge,
        settlementCurrency: null,
        count: 3,
        amountMinor: 3000,
        grossMinor: 0,
        feeMinor: 0,
        netMinor: 0,
      },
    ];
    expect(settledIncome(rows)[0]?.now).toMatchObject({
      once: 1840,
      fees: 100,
      net: 1740,
      charges: 2,
    });
    expect(waitingIncome(rows)).toEqual([{ currency: 'USD', count: 3, amountMinor: 3000 }]);
    expect(chargedIncome(rows)).toEqual([
      { currency: 'USD', once: 5000, recurring: 0, refunds: 0, disputes: 0, charges: 5 },
    ]);
  });
});
