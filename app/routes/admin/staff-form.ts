import { z } from 'zod';
import { staffReasonLimit } from '../../domain/supporters/staff/staff.ts';

/** Why something is done at the desk: a sentence for the audit log. */
export const reasonField = z
  .string({ error: 'staff.error.reason' })
  .trim()
  .min(1, 'staff.error.reason')
  .max(staffReasonLimit, 'staff.error.reasonTooLong');
