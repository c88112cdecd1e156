import { lookAfterStaffActs } from '../../domain/memberships/staff-acts/look-after-staff-acts.server.ts';
import type { DayStep } from './day-step.ts';

/** What the staff asked Stripe for, and no event has told of, is looked up. */
export const staffActsStep: DayStep = { name: 'staff-acts', run: lookAfterStaffActs };
