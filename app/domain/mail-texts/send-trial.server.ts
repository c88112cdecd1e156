import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { type WordedMail, isWordedMail } from './mail-text.ts';

/**
 * Sends a made-up mail with the words as they are saved to a member of the staff; one a minute for
 * each mail and address. Caller's duty: that the address is the actor's own.
 */
export async function sendTrial(
  ctx: Ctx,
  input: {
    readonly template: WordedMail;
    readonly locale: Locale;
    readonly supporterId: string;
    readonly recipient: string;
  },
): Promise<void> {
  const { template, locale, supporterId, recipient } = input;
  const minute = ctx.clock.now().toISOString().slice(0, 16);
  await ctx.mail.queue(ctx.db, {
    ...{ template: 'mail-text-trial', recipient, locale },
    subjectId: `${template}@${supporterId} ${locale} ${minute}`,
  });
}

/** The mail that a trial is about; null when there is none with words of its own. */
export function readTrialSubject(subjectId: string): WordedMail | null {
  const template = subjectId.split('@')[0] ?? '';
  return isWordedMail(template) ? template : null;
}
