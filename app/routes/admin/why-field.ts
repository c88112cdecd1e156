import { z } from 'zod';
import { whyMaxLength } from '../../domain/supporters/why.ts';

/** "Why", as every act of the staff on people and money asks. */
export const whyField = z
  .string({ error: 'deskSupporter.error.why' })
  .trim()
  .min(1, 'deskSupporter.error.why')
  .max(whyMaxLength, 'deskSupporter.error.whyTooLong');
