import { z } from 'zod';
import { viewNameLimit } from '../../domain/views/view.ts';

/** What a form says of a view. */
export const viewForm = z.object({
  name: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFC').trim().replace(/\s+/gu, ' '))
    .pipe(z.string().min(1, 'views.error.name').max(viewNameLimit, 'views.error.tooLong')),
  for: z.enum(['own', 'everyone']).default('own'),
});
