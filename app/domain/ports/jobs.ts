import type { Db } from '../../db/client.server.ts';

/** Every job there is, with what it is given. Data holds row ids, never personal data. */
export interface JobData {
  'process-stripe-event': { eventId: string };
  'send-mail': { mailId: string };
  /** Reads a charge again whose fee Stripe had not computed yet. */
  'settle-payment': { chargeId: string };
  /** Daily: deletes what is past its time (sign-in requests, sessions, expired orders). */
  'sweep-expired': Record<string, never>;
  /** Gives a customer at the payment provider the address that their supporter has now. */
  'update-customer-email': { stripeCustomerId: string; changeId: string };
  /** Deletes a customer at the payment provider whose person was erased here. */
  'delete-customer': { stripeCustomerId: string };
  /** Moves the next charge of the membership that a gift was claimed for. */
  'extend-membership': { giftId: string };
  /** Gives money back that the staff decided to, when Stripe did not confirm it at once. */
  'make-refund': { refundId: string };
  /** Every hour: writes the mails, and does the steps, whose day has come. */
  'act-on-the-day': Record<string, never>;
  /** Makes the rollups what a recount says: when the time zone has changed. */
  'rebuild-rollups': Record<string, never>;
  /** Every ten minutes: adds up what the rollups have grown by. */
  'fold-rollups': Record<string, never>;
  /** Every night: counts everything anew and holds the rollups against it. */
  'check-rollups': Record<string, never>;
  /** Fetches events that never arrived, and closes open orders. */
  'reconcile-hourly': Record<string, never>;
  /** Holds the payment provider's memberships and money against ours; also when somebody asks. */
  'reconcile-nightly': Record<string, never>;
}
export type JobName = keyof JobData;

export interface Jobs {
  /**
   * Enqueues a job inside the caller's transaction: it exists exactly when the change it follows from does.
   * @param options.startAt not before this instant; `singletonKey`: at most one waiting job with this key.
   */
  enqueue<Name extends JobName>(
    db: Db,
    name: Name,
    data: JobData[Name],
    options?: { startAt?: Date; singletonKey?: string },
  ): Promise<void>;
  /** Enqueues a job that was given up, with the data it had. Answers false when there is no such job any more. */
  enqueueAgain(db: Db, name: string, data: Record<string, unknown>): Promise<boolean>;
}
