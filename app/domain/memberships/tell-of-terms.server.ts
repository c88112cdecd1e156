import type { Ctx } from '../ports/context.ts';
import type { MailTemplate } from '../ports/mail.ts';
import { readSupporterEmail } from '../supporters/read-supporter-email.server.ts';
import type { memberships } from '../../db/schema/memberships.ts';

type Membership = typeof memberships.$inferSelect;

/**
 * Tells the patron what has changed, whoever changed it and wherever: what it costs from now on, what
 * it will cost, or that it is paused. Caller's duty: the transaction of the change.
 */
export async function tellOfTerms(ctx: Ctx, before: Membership, after: Membership): Promise<void> {
  if (!before.startedAt || after.endedAt || !after.supporterId) return;
  const template = newsOf(before, after);
  if (!template) return;
  const recipient = await readSupporterEmail(ctx, after.supporterId);
  if (!recipient) return;
  await ctx.mail.queue(ctx.db, {
    template,
    // The same terms may be left and come back to: each taking over is told once.
    subjectId: `${after.id}@${after.revision}`,
    recipient,
    locale: after.locale === 'uk' ? 'uk' : 'en',
  });
}

function newsOf(before: Membership, after: Membership): MailTemplate | null {
  const paused = timeOf(after.pausedUntil);
  if (after.status === 'paused' && paused !== null && paused !== timeOf(before.pausedUntil))
    return 'membership-paused';
  const isNewNext = after.nextChangeAt !== null && nextOf(after) !== nextOf(before);
  // What was scheduled was told when it was.
  const isAsScheduled = nextTermsOf(before) === termsOf(after);
  const isNew = termsOf(before) !== termsOf(after) && !isAsScheduled;
  return isNewNext || isNew ? 'membership-changed' : null;
}

const timeOf = (instant: Date | null) => instant?.getTime() ?? null;
const termsOf = ({ tierId, amountMinor, interval }: Membership) =>
  [tierId, amountMinor, interval].join();
const nextTermsOf = ({ nextTierId, nextAmountMinor, nextInterval }: Membership) =>
  [nextTierId, nextAmountMinor, nextInterval].join();
const nextOf = (row: Membership) => [nextTermsOf(row), timeOf(row.nextChangeAt)].join();
