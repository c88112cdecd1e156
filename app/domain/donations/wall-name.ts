import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';

/** A place in a list that is ordered by instant and id, newest first. */
export interface WallPlace {
  readonly at: Date;
  readonly id: string;
}

/** A gift whose giver may be named. What the giver keeps to themselves is not in it. */
export interface WallName extends WallPlace {
  readonly supporterId: string | null;
  readonly name: string;
  /** Null = not to be told. */
  readonly amount: Money | null;
  /** How often; null = once. */
  readonly interval: Interval | null;
}

/** A named gift as staff see it. */
export interface ListedName extends WallPlace {
  readonly kind: 'donation' | 'membership';
  readonly supporterId: string | null;
  readonly name: string;
  /** When staff took it off the wall. */
  readonly hiddenAt: Date | null;
}

/** What a supporter lets the wall say of one of their gifts. */
export interface PublicChoice {
  readonly kind: 'donation' | 'membership';
  readonly id: string;
  readonly isNamed: boolean;
  readonly isAmountShown: boolean;
}

/** The same with what the gift is, for its giver. */
export interface OwnGift extends PublicChoice {
  readonly at: Date;
  readonly amount: Money;
  readonly interval: Interval | null;
  readonly name: string | null;
  readonly isHiddenByStaff: boolean;
}

/** What is shown of an amount: the gift without its fee cover, and without what went back. */
export function shownMinor(row: {
  readonly amountMinor: number;
  readonly feeCoverMinor: number;
  readonly returnedMinor: number;
}): number {
  return Math.min(row.amountMinor - row.feeCoverMinor, row.amountMinor - row.returnedMinor);
}
