import { z } from 'zod';
import type { MailPreferences } from './mail-preferences.ts';

/** The form of both pages: a ticked box for each kind that is wanted, and a button that unticks both. */
export const preferencesForm = z
  .object({
    reminders: z.literal('yes').optional(),
    invitations: z.literal('yes').optional(),
    none: z.literal('yes').optional(),
  })
  .transform(({ reminders, invitations, none }): MailPreferences => ({
    reminders: reminders === 'yes' && none !== 'yes',
    invitations: invitations === 'yes' && none !== 'yes',
  }));
