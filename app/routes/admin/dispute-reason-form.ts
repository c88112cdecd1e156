import { z } from 'zod';
import { disputeReasonLimit } from '../../domain/disputes/evidence.ts';

/** Why something is done about a dispute that can't be taken back. */
export const disputeReasonForm = z.object({
  reason: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .min(1, 'disputes.error.reason')
        .max(disputeReasonLimit, 'disputes.error.reasonTooLong'),
    ),
});
