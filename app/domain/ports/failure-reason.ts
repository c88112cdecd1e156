import { describeFailure } from '../../platform/failure.ts';
import type { Payments } from './payments.ts';

/** Why something did not go through, as the desk puts it into words. */
export const failureReasons = [
  'order_unknown',
  'api_version',
  'other_mode',
  'stripe_unavailable',
  'stripe_missing',
  'stripe_refused',
  'database',
  'mail_refused',
  'mail_unknown',
  'unknown',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** Why a job failed, by what threw and never by its text. */
export function reasonOf(payments: Pick<Payments, 'whyFailed'>, error: unknown): FailureReason {
  switch (payments.whyFailed(error)) {
    case 'unavailable':
      return 'stripe_unavailable';
    case 'missing':
      return 'stripe_missing';
    case 'refused':
      return 'stripe_refused';
    case null:
      return describeFailure(error).kind === 'database' ? 'database' : 'unknown';
  }
}

export function isFailureReason(text: string | null): text is FailureReason {
  return failureReasons.some((known) => known === text);
}
