import type { FailureReason } from '../ports/failure-reason.ts';

export const stuckKinds = ['event', 'mail', 'job'] as const;
export type StuckKind = (typeof stuckKinds)[number];

/** waiting: will be tried again by itself. given_up: waits for somebody. set_aside: can't be read as it came. */
export type StuckState = 'waiting' | 'given_up' | 'set_aside';

/** One thing that stands still between Stripe, us and the reader. */
export interface StuckItem {
  readonly kind: StuckKind;
  readonly id: string;
  readonly state: StuckState;
  /** The event's type, the mail's template, the job's name. */
  readonly what: string;
  readonly objectId: string | null;
  /** The object's page at the payment provider. */
  readonly objectUrl: string | null;
  readonly reason: FailureReason;
  /** The technical message; null when there is none. Names no person. */
  readonly failure: string | null;
  readonly attempts: number;
  readonly since: Date;
}

/** How many there are of each outcome, for the head of the page. */
export interface PipelineCounts {
  readonly events: Readonly<Record<string, number>>;
  readonly mails: Readonly<Record<string, number>>;
  readonly jobsGivenUp: number;
}
