import type { memberships } from '../../../db/schema/memberships.ts';
import { addDays } from '../../../kernel/dates.ts';
import type { Ctx } from '../../ports/context.ts';
import type { MailTemplate } from '../../ports/mail.ts';
import { readSupporter } from '../../supporters/read-supporter.server.ts';
import { invoiceSubject, spellSubject } from './dunning.ts';

type Membership = typeof memberships.$inferSelect;
type News = { readonly template: MailTemplate; readonly subjectId: string };

/** An end that is only now known of and was longer ago is no news. */
const endNewsDays = 3;

/** Why Stripe ended it when every attempt had failed. */
export const endedUnpaid = 'payment_failed';

/**
 * Tells a patron that a payment has failed or waits to be confirmed, or that the membership has
 * ended for that. In the transaction of the change.
 */
export async function tellPaymentTrouble(
  ctx: Ctx,
  before: Membership,
  after: Membership,
): Promise<void> {
  const news = newsOf(before, after, ctx.clock.now());
  if (!news || !after.supporterId) return;
  const supporter = await readSupporter(ctx, after.supporterId);
  if (!supporter) return;
  const { email: recipient, locale } = supporter;
  await ctx.mail.queue(ctx.db, { ...news, recipient, locale });
}

function newsOf(before: Membership, after: Membership, now: Date): News | null {
  if (!after.startedAt) return null;
  const { endedAt, openInvoiceId, paymentTrouble } = after;
  if (endedAt) {
    const isNews = !before.endedAt && addDays(endedAt, endNewsDays) > now;
    if (!isNews || after.endedBecause !== endedUnpaid) return null;
    // When the extras closed before, that mail has said it all: it has the same subject.
    const since = before.pastDueSince ?? endedAt;
    return { template: 'membership-closed', subjectId: spellSubject(after.id, since) };
  }
  if (!openInvoiceId || !paymentTrouble) return null;
  const isKnown =
    openInvoiceId === before.openInvoiceId && paymentTrouble === before.paymentTrouble;
  if (isKnown) return null;
  return {
    template: paymentTrouble === 'failed' ? 'payment-failed' : 'payment-confirm',
    subjectId: invoiceSubject(after.id, openInvoiceId),
  };
}
