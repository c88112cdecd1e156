import type { CurrencyCode } from '../../kernel/currencies.ts';

/** Whether the machinery behind the figures is in order. Every count is of now. */
export interface SystemState {
  readonly events: {
    /** Verified and stored, not yet worked on. */
    readonly waiting: number;
    readonly oldestWaitingAt: Date | null;
    /** Their row is not here yet; tried again. */
    readonly parked: number;
    /** Given up. */
    readonly failed: number;
    /** Sent in another API version than ours. */
    readonly setAside: number;
  };
  readonly mails: { readonly queued: number; readonly failed: number };
  /** Payments for which Stripe has no figures yet. */
  readonly unsettled: { readonly count: number; readonly oldestAt: Date | null };
  /** Currencies in which recurring revenue by movements differs from the memberships' own sum. */
  readonly drift: readonly {
    readonly currency: CurrencyCode;
    readonly byChanges: number;
    readonly byMemberships: number;
  }[];
  /** The last time that what reports read was held against a full recount; nulls: not yet. */
  readonly rollups: { readonly checkedAt: Date | null; readonly differences: number | null };
}

export type StateLevel = 'good' | 'warn' | 'bad';

/** How worried to be about a count that should be zero. */
export function levelOf(count: number, level: 'warn' | 'bad'): StateLevel {
  return count === 0 ? 'good' : level;
}
