import { minutesMs } from '../../kernel/dates.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';

/**
 * Sends a receipt mail once more. The mail's subject is the payment and the minute, so that a
 * double click is one mail.
 * Caller's duty: that the payment is the recipient's, and a limit on how often.
 */
export async function resendReceipt(
  ctx: Ctx,
  input: { readonly paymentId: string; readonly recipient: string; readonly locale: Locale },
): Promise<void> {
  const minute = new Date(Math.floor(ctx.clock.now().getTime() / minutesMs) * minutesMs);
  await ctx.db.transaction((db) =>
    ctx.mail.queue(db, {
      template: 'receipt',
      subjectId: `${input.paymentId}@${minute.toISOString()}`,
      recipient: input.recipient,
      locale: input.locale,
    }),
  );
}
