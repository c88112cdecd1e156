import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../../kernel/money.ts';
import type { MovementKind } from '../ledger/movement.ts';
import type { MovementView } from '../ledger/movement-view.ts';
import { returnsOf } from './receipt.ts';
import { statementOf, statementYears, totalsOf } from './statement.ts';

const calendar = { startMonth: 1, timeZone: 'Europe/Kyiv' };
let count = 0;

function movement(
  kind: MovementKind,
  minor: number,
  day: string,
  charge: MovementView | null = null,
  currency = 'EUR',
): MovementView {
  const id = `0199a1b2-0000-7000-8000-${String(++count).padStart(12, '0')}`;
  const occurredAt = new Date(`${day}T12:00:00Z`);
  return {
    id,
    kind,
    chargeId: charge ? charge.id : id,
    chargedAt: charge ? charge.occurredAt : occurredAt,
    source: 'donation',
    sourceId: id,
    supporterId: 's',
    amount: money(minor, charge?.amount.currency ?? currency),
    occurredAt,
    periodEnd: null,
  };
}

describe('a statement', () => {
  const december = movement('charge', 10_000, '2025-12-20');
  const january = movement('charge', 1_000, '2026-01-05');
  const inDollars = movement('charge', 700, '2026-02-01', null, 'USD');
  const part = movement('refund', -400, '2026-03-01', january);
  const late = movement('refund', -10_000, '2026-04-01', december);
  const all = [december, january, inDollars, part, late];

  test('has each movement in the year in which it happened', () => {
    expect(statementYears(all, calendar)).toEqual([2026, 2025]);
    expect(statementOf(all, 2025, calendar).lines.map(({ id }) => id)).toEqual([december.id]);
    expect(statementOf(all, 2026, calendar).lines.map(({ id }) => id)).toEqual([
      january.id,
      inDollars.id,
      part.id,
      late.id,
    ]);
  });

  test('of a year that is over keeps its sums, and says what went back since', () => {
    const year = statementOf(all, 2025, calendar);
    expect(year.totals).toEqual([
      {
        currency: 'EUR',
        paid: money(10_000, 'EUR'),
        returned: money(0, 'EUR'),
        kept: money(10_000, 'EUR'),
      },
    ]);
    expect(year.lines[0]?.returnedLater).toEqual(money(10_000, 'EUR'));
    expect(year.asOf).toEqual(late.occurredAt);
  });

  test('adds up each currency by itself, what went back counted apart', () => {
    expect(statementOf(all, 2026, calendar).totals).toEqual([
      {
        currency: 'EUR',
        paid: money(1_000, 'EUR'),
        returned: money(10_400, 'EUR'),
        kept: money(-9_400, 'EUR'),
      },
      {
        currency: 'USD',
        paid: money(700, 'USD'),
        returned: money(0, 'USD'),
        kept: money(700, 'USD'),
      },
    ]);
  });

  test('calls a return by the number of the payment that it belongs to', () => {
    const [first, , back] = statementOf(all, 2026, calendar).lines;
    expect(back?.number).toBe(first?.number);
  });

  test('of a year without anything is empty', () => {
    expect(statementOf(all, 2024, calendar)).toEqual({
      year: 2024,
      lines: [],
      totals: [],
      asOf: null,
    });
  });

  test('a refund that failed and a dispute that was won come to nothing', () => {
    const charge = movement('charge', 500, '2026-05-01');
    const followers = [
      movement('refund', -500, '2026-05-02', charge),
      movement('refund_failure', 500, '2026-05-03', charge),
      movement('dispute', -500, '2026-05-04', charge),
      movement('dispute_reversal', 500, '2026-05-05', charge),
    ];
    expect(statementOf([charge, ...followers], 2026, calendar).totals).toMatchObject([
      { returned: money(0, 'EUR'), kept: money(500, 'EUR') },
    ]);
    expect(returnsOf(charge, [charge, ...followers])).toMatchObject({
      returned: money(0, 'EUR'),
      asOf: followers[3]?.occurredAt,
    });
  });

  test('whatever happened: what is kept is what was paid less what went back, per currency', () => {
    const line = fc.record({
      kind: fc.constantFrom<MovementKind>('charge', 'refund', 'dispute', 'dispute_reversal'),
      amount: fc.record({
        amountMinor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
        currency: fc.constantFrom('EUR', 'USD', 'UAH'),
      }),
    });
    fc.assert(
      fc.property(fc.array(line), (drawn) => {
        const lines = drawn.map(({ kind, amount }) => ({
          kind,
          amount: money(amount.amountMinor, amount.currency),
        }));
        for (const { currency, paid, returned, kept } of totalsOf(lines)) {
          expect(paid.amountMinor - returned.amountMinor).toBe(kept.amountMinor);
          expect(kept.amountMinor).toBe(
            lines
              .filter(({ amount }) => amount.currency === currency)
              .reduce((sum, { amount }) => sum + amount.amountMinor, 0),
          );
        }
      }),
    );
  });
});
