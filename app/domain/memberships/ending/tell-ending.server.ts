import type { memberships } from '../../../db/schema/memberships.ts';
import { addDays } from '../../../kernel/dates.ts';
import type { Ctx } from '../../ports/context.ts';
import type { MailTemplate } from '../../ports/mail.ts';
import { readSupporter } from '../../supporters/read-supporter.server.ts';
import { askedFor, endingNewsDays } from './ending.ts';

type Membership = typeof memberships.$inferSelect;
type News = { readonly template: MailTemplate; readonly subjectId: string };

/**
 * Tells a patron by mail that the end of their membership was asked for, was taken back, or has
 * come, whoever did it and wherever: in the account, from a mail, at Stripe. In the transaction of
 * the change.
 */
export async function tellEnding(ctx: Ctx, before: Membership, after: Membership): Promise<void> {
  const news = newsOf(before, after, ctx.clock.now());
  if (!news || !after.supporterId) return;
  const supporter = await readSupporter(ctx, after.supporterId);
  if (!supporter) return;
  const { email: recipient, locale } = supporter;
  await ctx.mail.queue(ctx.db, { ...news, recipient, locale });
}

function newsOf(before: Membership, after: Membership, now: Date): News | null {
  if (!after.startedAt) return null;
  if (after.endedAt) {
    // Payments that fail have mails of their own, and a second membership has one; an end of long
    // ago that is only now known of is no news.
    const isNews = !before.endedAt && addDays(after.endedAt, endingNewsDays) > now;
    return isNews && after.endedBecause === askedFor
      ? { template: 'membership-ended', subjectId: after.id }
      : null;
  }
  if (!before.cancelAt && after.cancelAt) {
    const requestedAt = after.cancelRequestedAt ?? now;
    return { template: 'cancellation-scheduled', subjectId: endingSubject(after.id, requestedAt) };
  }
  if (before.cancelAt && !after.cancelAt) {
    const requestedAt = before.cancelRequestedAt ?? before.cancelAt;
    return { template: 'cancellation-undone', subjectId: endingSubject(after.id, requestedAt) };
  }
  return null;
}

/** One cancellation may be undone and asked for anew: each is a subject of its own. */
export function endingSubject(membershipId: string, requestedAt: Date): string {
  return `${membershipId}@${requestedAt.toISOString()}`;
}
