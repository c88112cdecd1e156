import type { Interval } from '../../../kernel/giving-amounts.ts';
import type { Money } from '../../../kernel/money.ts';
import type { RaisedMinimum } from './price-change.ts';

export const memberStatuses = ['waiting', 'told', 'moved', 'left', 'failed', 'called_off'] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** A move of patrons to a new minimum, and how far it has come. */
export interface PriceMigration {
  readonly id: string;
  readonly tierId: string;
  readonly noticeDays: number;
  readonly createdAt: Date;
  readonly calledOffAt: Date | null;
  readonly raised: readonly {
    readonly interval: Interval;
    readonly from: Money;
    readonly to: Money;
  }[];
  readonly counts: Readonly<Record<MemberStatus, number>>;
  /** Can still be called off for somebody. */
  readonly isOpen: boolean;
}

export interface StuckMember {
  readonly membershipId: string;
  readonly supporterId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly status: MemberStatus;
  readonly problem: string | null;
  readonly from: Money;
  readonly to: Money;
  readonly dueAt: Date | null;
}

/** Those who pay less than is asked from now on, in one currency and interval. */
export interface PriceEffect extends RaisedMinimum {
  readonly patrons: number;
  /** What they give together each interval, and what it would be. Without fee cover. */
  readonly now: Money;
  readonly then: Money;
}
