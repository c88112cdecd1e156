import type { CurrencyCode } from '../../kernel/currencies.ts';
import { type Money, addMoney, money, negateMoney } from '../../kernel/money.ts';
import type { MovementView } from '../ledger/movement-view.ts';
import type { MovementKind } from '../ledger/movement.ts';
import { paymentNumber } from '../newsroom/payment-number.ts';
import { type FiscalCalendar, fiscalYearOf } from './fiscal-year.ts';
import type { PaidFor } from './paid-for.ts';

/** One movement of the year. */
export interface StatementLine {
  readonly id: string;
  readonly kind: MovementKind;
  readonly occurredAt: Date;
  /** The charge's number, for a return too; null when its charge was never recorded. */
  readonly number: string | null;
  readonly order: Pick<MovementView, 'source' | 'sourceId'>;
  /** Signed: what went back is negative. */
  readonly amount: Money;
  /** Of a charge, what went back after the year had ended, and so stands in a later statement. */
  readonly returnedLater: Money | null;
}

/** One currency's sums over the year. Currencies are never added up. */
export interface StatementTotal {
  readonly currency: CurrencyCode;
  readonly paid: Money;
  /** Positive: what went back in the year, for payments of any year. */
  readonly returned: Money;
  readonly kept: Money;
}

/** Proof of a year's payments: each movement stands in the year in which it happened, so that a year that is over never changes its sums. */
export interface Statement {
  readonly year: number;
  /** Oldest first. */
  readonly lines: readonly StatementLine[];
  /** By currency code. */
  readonly totals: readonly StatementTotal[];
  /** When the last of what it says happened; null when nothing did. */
  readonly asOf: Date | null;
}

/** A statement whose lines say what they are for. */
export interface DescribedStatement extends Omit<Statement, 'lines'> {
  readonly lines: readonly (StatementLine & { readonly paidFor: PaidFor })[];
}

/** The fiscal years in which something moved, newest first. */
export function statementYears(
  movements: readonly MovementView[],
  calendar: FiscalCalendar,
): number[] {
  const years = new Set(movements.map(({ occurredAt }) => fiscalYearOf(occurredAt, calendar)));
  return [...years].sort((a, b) => b - a);
}

/**
 * A fiscal year's statement.
 * @param movements all of one supporter's, oldest first: later years tell what went back since
 */
export function statementOf(
  movements: readonly MovementView[],
  year: number,
  calendar: FiscalCalendar,
): Statement {
  const yearOf = (movement: MovementView) => fiscalYearOf(movement.occurredAt, calendar);
  const inYear = movements.filter((movement) => yearOf(movement) === year);
  const later = movements.filter(
    (movement) => movement.kind !== 'charge' && yearOf(movement) > year,
  );
  const lines = inYear.map((movement): StatementLine => {
    const followers = later.filter(({ chargeId }) => chargeId === movement.id);
    const returnedLater = followers.reduce(
      (sum, { amount }) => addMoney(sum, negateMoney(amount)),
      money(0, movement.amount.currency),
    );
    return {
      id: movement.id,
      kind: movement.kind,
      occurredAt: movement.occurredAt,
      number: numberOf(movement),
      order: { source: movement.source, sourceId: movement.sourceId },
      amount: movement.amount,
      returnedLater: returnedLater.amountMinor > 0 ? returnedLater : null,
    };
  });
  const told = [
    ...inYear,
    ...later.filter(({ chargeId }) => lines.some(({ id }) => id === chargeId)),
  ];
  return {
    year,
    lines,
    totals: totalsOf(lines),
    asOf: told.reduce<Date | null>(
      (latest, { occurredAt }) => (latest && latest > occurredAt ? latest : occurredAt),
      null,
    ),
  };
}

/** Sums per currency, in the order of the currencies' codes. */
export function totalsOf(
  lines: readonly Pick<StatementLine, 'kind' | 'amount'>[],
): StatementTotal[] {
  const currencies = [...new Set(lines.map(({ amount }) => amount.currency))].sort();
  return currencies.map((currency) => {
    const sum = (isCounted: (kind: MovementKind) => boolean) =>
      lines
        .filter(({ kind, amount }) => amount.currency === currency && isCounted(kind))
        .reduce((total, { amount }) => addMoney(total, amount), money(0, currency));
    const paid = sum((kind) => kind === 'charge');
    const returned = negateMoney(sum((kind) => kind !== 'charge'));
    return { currency, paid, returned, kept: sum(() => true) };
  });
}

function numberOf({ chargeId, chargedAt }: MovementView): string | null {
  return chargeId && chargedAt ? paymentNumber({ id: chargeId, occurredAt: chargedAt }) : null;
}
