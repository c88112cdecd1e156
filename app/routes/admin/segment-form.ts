import { z } from 'zod';
import { segmentNameLimit } from '../../domain/segments/segment.ts';

/** What a form says of a segment. */
export const segmentForm = z.object({
  name: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFC').trim().replace(/\s+/gu, ' '))
    .pipe(z.string().min(1, 'segments.error.name').max(segmentNameLimit, 'segments.error.tooLong')),
});
