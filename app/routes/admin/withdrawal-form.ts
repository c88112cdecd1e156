import { z } from 'zod';

/** Why an article is taken off the site: always said. */
export const reasonForm = z.object({
  reason: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().min(1, 'writing.error.reason').max(500, 'staff.error.reasonTooLong')),
});
