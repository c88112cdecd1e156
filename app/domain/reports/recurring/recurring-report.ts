import type { CurrencyCode } from '../../../kernel/currencies.ts';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import type { MovementKind, Movements } from '../recurring-revenue.ts';
import { movementKinds } from '../recurring-revenue.ts';
import type { Day, DaySpan, ReportRange } from '../report-range.ts';
import type { Count } from '../count.ts';
import { type BucketUnit, bucketSpan, bucketStarts } from './buckets.ts';

/** What of a movement is added up. `count` are memberships, `people` and `amountMinor` are signed. */
export interface MoveSums {
  readonly count: number;
  readonly people: number;
  readonly amountMinor: number;
}
type MoveRow = MoveSums & {
  readonly start: Day | null;
  readonly movement: MovementKind;
  readonly currency: CurrencyCode;
};

/** A day, week or month of recurring revenue in one currency. start + movements = end. */
export interface RevenueStep extends DaySpan {
  readonly start: number;
  readonly movements: Movements;
  readonly end: number;
  /** Memberships that count at its end. */
  readonly memberships: number;
}

export interface CurrencyRevenue extends Omit<RevenueStep, 'from' | 'to'> {
  readonly currency: CurrencyCode;
  /** At the end of what it is compared with; null: compared with nothing. */
  readonly before: number | null;
  readonly movementsBefore: Movements | null;
  readonly steps: readonly RevenueStep[];
}

/** Memberships of one tier, interval and currency. */
export interface TierStanding {
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly tierSlug: string;
  readonly interval: Interval;
  readonly currency: CurrencyCode;
  readonly standing: number;
  readonly begun: number;
  readonly ended: number;
  readonly amountMinor: number;
}

export interface Trouble {
  readonly count: number;
  /** Monthly minor units. */
  readonly amountMinor: number;
}

/** Payments of memberships that failed, in one currency. */
export interface CurrencyFailures {
  readonly currency: CurrencyCode;
  readonly failingNow: Trouble & {
    /** What is left to pay of the open invoices. */ readonly openMinor: number;
  };
  readonly failed: Trouble;
  readonly recovered: Trouble;
  /** Ended because the payment failed. */
  readonly lost: Trouble;
}

export interface Failures {
  readonly currencies: readonly CurrencyFailures[];
  readonly failingNow: number;
  readonly failed: Count;
  readonly recovered: Count;
  readonly lost: Count;
}

export interface RecurringReport {
  readonly range: ReportRange;
  readonly currencies: readonly CurrencyRevenue[];
  /** Memberships that count, at the end of each stretch. */
  readonly patrons: Count;
  readonly begun: Count;
  readonly ended: Count;
  readonly tiers: readonly TierStanding[];
  readonly failures: Failures;
}

/** +1 where a membership begins to count, -1 where it stops. */
export function joinedBy(movement: MovementKind): -1 | 0 | 1 {
  if (movement === 'new' || movement === 'reactivation') return 1;
  return movement === 'churn' ? -1 : 0;
}

export function standingOf(rows: readonly Pick<MoveRow, 'movement' | 'count'>[]): number {
  return rows.reduce((sum, { movement, count }) => sum + joinedBy(movement) * count, 0);
}

export function revenueOf(rows: readonly Pick<MoveRow, 'amountMinor'>[]): number {
  return rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** Every kind of movement, the absent ones as zero. */
export function movementsOf(
  rows: readonly Pick<MoveRow, 'movement' | 'count' | 'amountMinor'>[],
): Movements {
  const of = (kind: MovementKind) => {
    const same = rows.filter(({ movement }) => movement === kind);
    return { amountMinor: revenueOf(same), count: same.reduce((sum, { count }) => sum + count, 0) };
  };
  return {
    new: of('new'),
    reactivation: of('reactivation'),
    expansion: of('expansion'),
    contraction: of('contraction'),
    churn: of('churn'),
  };
}

/** Recurring revenue in one currency, step by step; every step begins where the one before it ended. */
export function revenueSteps(
  rows: readonly MoveRow[],
  span: DaySpan,
  unit: BucketUnit,
): RevenueStep[] {
  const earlier = rows.filter(({ start }) => start === null);
  let level = revenueOf(earlier);
  let memberships = standingOf(earlier);
  return bucketStarts(span, unit).map((start) => {
    const moved = rows.filter((row) => row.start === start);
    const before = level;
    level += revenueOf(moved);
    memberships += standingOf(moved);
    return {
      ...bucketSpan(start, unit, span),
      start: before,
      movements: movementsOf(moved),
      end: level,
      memberships,
    };
  });
}

/** What was gained and what was lost, apart. */
export function gainedAndLost(movements: Movements): { gained: number; lost: number } {
  const sum = (kinds: readonly MovementKind[]) =>
    kinds.reduce((total, kind) => total + movements[kind].amountMinor, 0);
  return {
    gained: sum(movementKinds.slice(0, 3)),
    lost: sum(movementKinds.slice(3)),
  };
}
