import type { CurrencyCode } from '../../../kernel/currencies.ts';
import { type MonthKey, shiftMonth } from '../report-month.ts';
import type { ReportRange } from '../report-range.ts';

/** A share in tenths of a percent, rounded half up, in whole-number arithmetic; null of nothing. */
export function shareInTenths(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  const sign = part < 0 ? -1 : 1;
  const doubled = 2n * BigInt(Math.abs(part)) * 1000n + BigInt(whole);
  const tenths = Number(doubled / (2n * BigInt(whole)));
  return tenths === 0 ? 0 : sign * tenths;
}

/** Steps of one cohort in one month: who or what came and went. */
export interface CohortSteps {
  readonly joined: MonthKey;
  readonly month: MonthKey;
  /** People, or monthly minor units. */
  readonly size: number;
  readonly step: number;
}

/** Those who joined in a month, and what became of them. */
export interface Cohort {
  readonly joined: MonthKey;
  /** People who joined, or what their first memberships were worth a month. */
  readonly size: number;
  /** How much of it is there at the end of each month, from that of joining on. */
  readonly left: readonly number[];
}

/** Cohorts by joining month, up to a month. The oldest first; months in which nobody joined are left out. */
export function cohortsOf(
  steps: readonly CohortSteps[],
  first: MonthKey,
  last: MonthKey,
): Cohort[] {
  const cohorts: Cohort[] = [];
  for (let joined = first; joined <= last; joined = shiftMonth(joined, 1)) {
    const own = steps.filter((one) => one.joined === joined);
    const size = own.reduce((sum, one) => sum + one.size, 0);
    if (size === 0) continue;
    // What happened before the month of joining can only be out of order; it counts from the start.
    let standing = own
      .filter(({ month }) => month < joined)
      .reduce((sum, { step }) => sum + step, 0);
    const left: number[] = [];
    for (let month = joined; month <= last; month = shiftMonth(month, 1)) {
      standing += own.filter((one) => one.month === month).reduce((sum, { step }) => sum + step, 0);
      left.push(standing);
    }
    cohorts.push({ joined, size, left });
  }
  return cohorts;
}

/** Who and what left in a month, against what was there when it began. */
export interface ChurnMonth {
  readonly month: MonthKey;
  readonly isRunning: boolean;
  readonly peopleAtStart: number;
  readonly peopleLeft: number;
  readonly currencies: readonly {
    readonly currency: CurrencyCode;
    readonly start: number;
    /** Ended or no longer paid, and lowered: above zero. */
    readonly lost: number;
    /** Raised by those who were there. */
    readonly expansion: number;
  }[];
}

export interface EndReason {
  readonly endedBecause: string;
  readonly cancelCode: string;
  readonly currency: CurrencyCode;
  readonly count: number;
  readonly amountMinor: number;
}

/** What a patron is worth, by what the last months show. */
export interface LifetimeValue {
  /** Currency that Stripe settles in. */
  readonly currency: CurrencyCode;
  /** What memberships brought after fees, refunds and disputes. */
  readonly netMinor: number;
  /** Memberships that counted, added up over the months. */
  readonly membershipMonths: number;
  /** Monthly, minor units; null when there is none to divide by. */
  readonly monthlyNetMinor: number | null;
  readonly valueMinor: number | null;
  /** Why there is no value. */
  readonly isMissing: 'thin' | 'mixed' | 'no_net' | null;
}

export interface LifetimeValues {
  readonly months: { readonly first: MonthKey; readonly last: MonthKey };
  readonly peopleLeft: number;
  readonly peopleMonths: number;
  readonly values: readonly LifetimeValue[];
}

/** Fewer than these say more about chance than about patrons. */
export const fewest = { leaving: 20, months: 6 } as const;

/**
 * Net per membership and month, divided by the share of people who leave in a month: what a
 * membership brings until its patron leaves, if both stay as they were. Whole-number arithmetic,
 * rounded half up.
 */
export function lifetimeValue(input: {
  readonly currency: CurrencyCode;
  readonly netMinor: number;
  readonly membershipMonths: number;
  readonly peopleLeft: number;
  readonly peopleMonths: number;
  readonly monthsWithPatrons: number;
  /** A currency of charge was settled in this one and in another, so its patrons can't be told apart. */
  readonly isMixed: boolean;
}): LifetimeValue {
  const { currency, netMinor, membershipMonths, peopleLeft, peopleMonths } = input;
  const known = { currency, netMinor, membershipMonths };
  if (input.isMixed)
    return { ...known, monthlyNetMinor: null, valueMinor: null, isMissing: 'mixed' };
  const monthlyNetMinor =
    membershipMonths > 0 ? divide(BigInt(netMinor), BigInt(membershipMonths)) : null;
  if (
    membershipMonths <= 0 ||
    peopleLeft < fewest.leaving ||
    input.monthsWithPatrons < fewest.months
  ) {
    return { ...known, monthlyNetMinor, valueMinor: null, isMissing: 'thin' };
  }
  if (netMinor <= 0) return { ...known, monthlyNetMinor, valueMinor: null, isMissing: 'no_net' };
  return {
    ...known,
    monthlyNetMinor,
    valueMinor: divide(
      BigInt(netMinor) * BigInt(peopleMonths),
      BigInt(membershipMonths) * BigInt(peopleLeft),
    ),
    isMissing: null,
  };
}

/** Rounded half up; for a negative sum, half towards zero. */
function divide(sum: bigint, by: bigint): number {
  const doubled = 2n * sum + by;
  const floored = doubled / (2n * by) - (doubled < 0n && doubled % (2n * by) !== 0n ? 1n : 0n);
  return Number(floored);
}

/** What retention is measured by: people, or recurring revenue in a currency. */
export type RetentionMeasure = 'people' | CurrencyCode;

export interface RetentionReport {
  readonly range: ReportRange;
  readonly measure: RetentionMeasure;
  /** Currencies in which there are cohorts. */
  readonly currencies: readonly CurrencyCode[];
  /** The last month of the cohorts' table. */
  readonly lastMonth: MonthKey;
  /** `lastMonth` is not over, or the current one: what stands at its end is who is there now. */
  readonly isCurrent: boolean;
  readonly cohorts: readonly Cohort[];
  readonly churn: readonly ChurnMonth[];
  readonly reasons: readonly EndReason[];
  readonly lifetime: LifetimeValues;
}
