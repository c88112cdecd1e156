import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';
import type { MembershipStatus } from '../memberships/membership.ts';

export interface ListedMembership {
  readonly status: MembershipStatus;
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly interval: Interval;
  readonly amount: Money;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly cancelAt: Date | null;
}

/** One supporter, as staff see them in a list. */
export interface ListedSupporter {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly country: string | null;
  readonly locale: string;
  readonly createdAt: Date;
  readonly customerIds: readonly string[];
  /** The one in force, or else the latest that was ever paid. */
  readonly membership: ListedMembership | null;
  /** Charges. */
  readonly gifts: number;
  readonly lastGiftAt: Date | null;
  /** Before fees, less refunds and disputes; one for each settlement currency. */
  readonly given: readonly Money[];
}

export interface SupporterPage {
  readonly supporters: readonly ListedSupporter[];
  readonly next: string | null;
}

/** How many a filter finds, counted up to a bound. */
export interface SupporterCount {
  readonly count: number;
  /** There are more than `count`. */
  readonly isMore: boolean;
}
