/** The ways in which recurring revenue moves. */
export const movementKinds = ['new', 'reactivation', 'expansion', 'contraction', 'churn'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** A number of changes that moved the same amount the same way. */
export interface RecurringChange {
  readonly fromMonthlyMinor: number;
  readonly toMonthlyMinor: number;
  /** Had this supporter a membership that counted before this change began one? */
  readonly isReturn: boolean;
  readonly count: number;
}

export interface Movement {
  /** Signed: contraction and churn are negative. */
  readonly amountMinor: number;
  readonly count: number;
}

export type Movements = Record<MovementKind, Movement>;

/** Null when the change moves nothing (a cancellation that is only scheduled, a card that failed). */
export function movementKind(change: Omit<RecurringChange, 'count'>): MovementKind | null {
  const { fromMonthlyMinor: from, toMonthlyMinor: to } = change;
  if (from === to) return null;
  if (from === 0) return change.isReturn ? 'reactivation' : 'new';
  if (to === 0) return 'churn';
  return to > from ? 'expansion' : 'contraction';
}

/** Adds up changes in one currency. Start + all movements = end, whatever the changes are. */
export function sumMovements(changes: readonly RecurringChange[]): Movements {
  const sums: Record<MovementKind, { amountMinor: number; count: number }> = {
    new: { amountMinor: 0, count: 0 },
    reactivation: { amountMinor: 0, count: 0 },
    expansion: { amountMinor: 0, count: 0 },
    contraction: { amountMinor: 0, count: 0 },
    churn: { amountMinor: 0, count: 0 },
  };
  for (const change of changes) {
    const kind = movementKind(change);
    if (!kind) continue;
    sums[kind].amountMinor += (change.toMonthlyMinor - change.fromMonthlyMinor) * change.count;
    sums[kind].count += change.count;
  }
  return sums;
}

export function totalMovement(movements: Movements): number {
  return movementKinds.reduce((sum, kind) => sum + movements[kind].amountMinor, 0);
}
