import type { Db } from '../../db/client.server.ts';
import { deadLetters } from '../../db/schema/jobs.ts';
import { reasonOf } from '../../domain/ports/failure-reason.ts';
import type { Payments } from '../../domain/ports/payments.ts';
import type { Clock } from '../../platform/clock.ts';
import { describeFailure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';

/** A job that has failed for the last time. */
export interface GivenUpJob {
  readonly name: string;
  readonly data: Record<string, unknown>;
  readonly attempts: number;
  readonly error: unknown;
}

/** Keeps what the queue gives up, until somebody on the staff tries it again or lets it go. */
export function createDeadLetters(
  db: Db,
  { clock, payments }: { clock: Clock; payments: Pick<Payments, 'whyFailed'> },
): (job: GivenUpJob) => Promise<void> {
  return async ({ name, data, attempts, error }) => {
    await db.insert(deadLetters).values({
      id: newId(),
      job: name,
      data,
      reason: reasonOf(payments, error),
      failure: describeFailure(error).message,
      attempts,
      failedAt: clock.now(),
    });
  };
}
