import { and, eq, inArray } from 'drizzle-orm';
import { memberships } from '../../db/schema/memberships.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import type { Ctx } from '../ports/context.ts';
import { readSupporterEmail } from '../supporters/read-supporter-email.server.ts';
import {
  type Membership,
  convergeLatest,
  convergeMembership,
} from './converge-membership.server.ts';
import { liveStatuses } from './membership.ts';

export type CancellationFailure =
  'no_membership' | 'already_scheduled' | 'payments_unavailable' | 'payments_refused';

/** Ends the membership at the end of what is paid for. The extras stay open until then. */
export async function scheduleCancellation(
  ctx: Ctx,
  input: { supporterId: string; reason: string | null },
): Promise<Result<{ endsAt: Date }, CancellationFailure>> {
  const membership = await readLive(ctx, input.supporterId);
  if (!membership?.stripeSubscriptionId) return fail('no_membership');
  if (membership.cancelAt) return fail('already_scheduled');
  const requestedAt = ctx.clock.now();
  const scheduled = await ctx.payments.scheduleCancellation(
    membership.stripeSubscriptionId,
    `cancel:${membership.id}:${requestedAt.getTime()}`,
  );
  if (!scheduled.ok) {
    return fail(scheduled.reason === 'try_later' ? 'payments_unavailable' : 'payments_refused');
  }
  const endsAt = scheduled.value.cancelAt ?? scheduled.value.currentPeriodEnd;
  const { subscriptionId } = scheduled.value;
  const read = () => ctx.payments.readSubscription(subscriptionId);
  await convergeLatest(ctx, membership.id, read, async (tx, before, facts) => {
    const after = await convergeMembership(tx, before, facts);
    await tx.db
      .update(memberships)
      .set({ cancelReason: input.reason })
      .where(eq(memberships.id, membership.id));
    const recipient = await readSupporterEmail(tx, input.supporterId);
    if (!recipient) return;
    await tx.mail.queue(tx.db, {
      template: 'cancellation-scheduled',
      subjectId: cancellationSubject(after.id, after.cancelRequestedAt ?? requestedAt),
      recipient,
      locale: after.locale === 'uk' ? 'uk' : 'en',
    });
  });
  return ok({ endsAt });
}

/** One cancellation may be undone and asked for anew: each is a subject of its own. */
export function cancellationSubject(membershipId: string, requestedAt: Date): string {
  return `${membershipId}@${requestedAt.toISOString()}`;
}

/** The membership in force, as the database has it now. */
export async function readLive(ctx: Ctx, supporterId: string): Promise<Membership | null> {
  const rows = await ctx.db
    .select()
    .from(memberships)
    .where(
      and(eq(memberships.supporterId, supporterId), inArray(memberships.status, [...liveStatuses])),
    )
    .limit(1);
  return rows[0] ?? null;
}
