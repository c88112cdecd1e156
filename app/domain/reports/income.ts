import type { CurrencyCode } from '../../kernel/currencies.ts';

export type PaymentKind = 'charge' | 'refund' | 'refund_failure' | 'dispute' | 'dispute_reversal';
export type PaymentSource = 'donation' | 'membership' | 'gift';

/** The sums of all payments of one sort in one stretch of time, as the database adds them up. */
export interface IncomeRow {
  readonly isBefore: boolean;
  readonly source: PaymentSource;
  readonly kind: PaymentKind;
  readonly currency: CurrencyCode;
  /** Null: Stripe has no figures for these yet. */
  readonly settlementCurrency: CurrencyCode | null;
  readonly count: number;
  readonly amountMinor: number;
  readonly grossMinor: number;
  readonly feeMinor: number;
  readonly netMinor: number;
}

/**
 * The lines of one statement, all in minor units of one currency, signed from the newsroom's side:
 * once + recurring + refunds + disputes - fees = net.
 */
export interface IncomeLines {
  readonly once: number;
  readonly recurring: number;
  /** Negative; refunds that failed are added back. */
  readonly refunds: number;
  /** Negative; disputes that were won are added back. */
  readonly disputes: number;
  /** Positive when Stripe keeps something. */
  readonly fees: number;
  readonly net: number;
  readonly charges: number;
}

/** A statement in a currency in which Stripe settled. */
export interface SettledIncome {
  readonly currency: CurrencyCode;
  readonly now: IncomeLines;
  readonly before: IncomeLines;
}

/** What supporters were charged and given back in one currency; fees are not known in it. */
export interface ChargedIncome {
  readonly currency: CurrencyCode;
  readonly once: number;
  readonly recurring: number;
  readonly refunds: number;
  readonly disputes: number;
  readonly charges: number;
}

/** Movements that Stripe has not put figures to: in none of the settled sums. */
export interface WaitingIncome {
  readonly currency: CurrencyCode;
  readonly count: number;
  readonly amountMinor: number;
}

type Line = 'once' | 'recurring' | 'refunds' | 'disputes';

/** The line of the statement on which a movement stands. A gift membership is paid once. */
export function lineOf(kind: PaymentKind, source: PaymentSource): Line {
  switch (kind) {
    case 'charge':
      return source === 'membership' ? 'recurring' : 'once';
    case 'refund':
    case 'refund_failure':
      return 'refunds';
    case 'dispute':
    case 'dispute_reversal':
      return 'disputes';
  }
}

/** One statement for each settlement currency, the one with the most charges first. */
export function settledIncome(rows: readonly IncomeRow[]): SettledIncome[] {
  return byCurrency(rows, (row) => row.settlementCurrency)
    .map(([currency, own]) => ({
      currency,
      now: linesOf(own.filter((row) => !row.isBefore)),
      before: linesOf(own.filter((row) => row.isBefore)),
    }))
    .sort(
      (a, b) =>
        b.now.charges + b.before.charges - (a.now.charges + a.before.charges) ||
        a.currency.localeCompare(b.currency),
    );
}

/** What was charged in each currency in the range itself, settled or not, the most charges first. */
export function chargedIncome(rows: readonly IncomeRow[]): ChargedIncome[] {
  const now = rows.filter((row) => !row.isBefore);
  return byCurrency(now, (row) => row.currency)
    .map(([currency, own]) => {
      const sums = { once: 0, recurring: 0, refunds: 0, disputes: 0, charges: 0 };
      for (const row of own) {
        sums[lineOf(row.kind, row.source)] += row.amountMinor;
        if (row.kind === 'charge') sums.charges += row.count;
      }
      return { currency, ...sums };
    })
    .sort((a, b) => b.charges - a.charges || a.currency.localeCompare(b.currency));
}

/** What of the range itself waits for Stripe's figures, by the currency of the charge. */
export function waitingIncome(rows: readonly IncomeRow[]): WaitingIncome[] {
  const waiting = rows.filter((row) => !row.isBefore && row.settlementCurrency === null);
  return byCurrency(waiting, (row) => row.currency).map(([currency, own]) => ({
    currency,
    count: own.reduce((sum, row) => sum + row.count, 0),
    amountMinor: own.reduce((sum, row) => sum + row.amountMinor, 0),
  }));
}

function linesOf(rows: readonly IncomeRow[]): IncomeLines {
  const lines = { once: 0, recurring: 0, refunds: 0, disputes: 0, fees: 0, net: 0, charges: 0 };
  for (const row of rows) {
    lines[lineOf(row.kind, row.source)] += row.grossMinor;
    lines.fees += row.feeMinor;
    lines.net += row.netMinor;
    if (row.kind === 'charge') lines.charges += row.count;
  }
  return lines;
}

function byCurrency(
  rows: readonly IncomeRow[],
  currencyOf: (row: IncomeRow) => CurrencyCode | null,
): [CurrencyCode, IncomeRow[]][] {
  const groups = new Map<CurrencyCode, IncomeRow[]>();
  for (const row of rows) {
    const currency = currencyOf(row);
    if (currency === null) continue;
    const group = groups.get(currency);
    if (group) group.push(row);
    else groups.set(currency, [row]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}
