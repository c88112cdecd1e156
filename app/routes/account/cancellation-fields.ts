import { z } from 'zod';
import { cancellationReasons, noteMaxLength } from '../../ui/account/cancellation-reason.ts';

/** What is posted by the forms that end a membership. A reason that we don't know is none. */
export const cancellationFields = z.object({
  reason: z.enum(cancellationReasons).nullable().catch(null).default(null),
  note: z.string().max(noteMaxLength, 'account.cancel.noteTooLong').default(''),
});
