import { minutesMs } from '../../kernel/dates.ts';

/** A link and a code work for this long after they were asked for. */
export const signInMinutes = 30;
export const signInMs = signInMinutes * minutesMs;

/** After this many wrong codes the request is dead: 5 of a million is one guess in 200,000. */
export const codeAttemptsAllowed = 5;

export type LinkState = 'live' | 'used' | 'expired' | 'unknown';

/** What was typed, as the six digits it must be, or null. People type "123 456" and "123-456". */
export function readCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\u2010-\u2015-]/gu, '');
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}
