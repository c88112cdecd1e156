import { addMs, hoursMs } from '../../../kernel/dates.ts';

/** For so long the desk stays open to a session after a passkey was used in it. */
export const confirmedHours = 12;
/** The longest time that those without a passkey can be given. */
export const graceDaysMost = 90;

/** The rule that the staff confirm with a passkey; null while there is none. */
export interface ConfirmationRule {
  readonly since: Date;
  readonly graceUntil: Date;
}

export type ConfirmationStep = 'none' | 'grace' | 'confirm' | 'add';

/**
 * What a member of staff has to do before the desk opens. Who has a passkey is asked for it at
 * once: only those who have none are given time, for theirs is nothing that could be asked for.
 * @param facts.hasPasskey also when it was stopped: else a suspected copy would lead to a new one
 */
export function confirmationStep(
  facts: {
    readonly rule: ConfirmationRule | null;
    readonly hasPasskey: boolean;
    readonly confirmedAt: Date | null;
  },
  now: Date,
): ConfirmationStep {
  const { rule, hasPasskey, confirmedAt } = facts;
  if (!rule) return 'none';
  if (!hasPasskey) return now < rule.graceUntil ? 'grace' : 'add';
  if (!confirmedAt) return 'confirm';
  return addMs(confirmedAt, confirmedHours * hoursMs) > now ? 'none' : 'confirm';
}
