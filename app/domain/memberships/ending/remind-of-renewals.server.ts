import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { addDays } from '../../../kernel/dates.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { readSupporter } from '../../supporters/read-supporter.server.ts';
import { lockMembership } from '../converge-membership.server.ts';
import { renewalReminderDays, renewalSubject } from './renewal-reminder.ts';

const batchSize = 200;

/**
 * Writes to everyone whose yearly charge, or first charge after a trial, is near: once for each
 * charge, however often this runs. A pause has a mail of its own, and what ends is not renewed.
 */
export async function remindOfRenewals(ctx: Ctx): Promise<void> {
  for (;;) {
    const due = await listDue(ctx);
    for (const { id } of due) await inTransaction(ctx, (tx) => remind(tx, id));
    if (due.length < batchSize) return;
  }
}

function isDue(now: Date) {
  const { currentPeriodEnd, currentPeriodStart, status, interval } = memberships;
  return and(
    inArray(status, ['active', 'trialing']),
    sql`${memberships.cancelAt} is null`,
    sql`${memberships.pausedUntil} is null`,
    sql`${memberships.endedAt} is null`,
    sql`${currentPeriodEnd} > ${now.toISOString()}`,
    sql`${currentPeriodEnd} <= case
      when ${status} = 'trialing' then ${addDays(now, renewalReminderDays.trial).toISOString()}::timestamptz
      when ${interval} = 'year' then ${addDays(now, renewalReminderDays.year).toISOString()}::timestamptz
      else ${now.toISOString()}::timestamptz end`,
    // On its first day the welcome has just said it.
    sql`${currentPeriodStart} <= ${addDays(now, -1).toISOString()}`,
    sql`${memberships.remindedOfCharge} is distinct from ${currentPeriodEnd}`,
  );
}

function listDue(ctx: Ctx): Promise<{ id: string }[]> {
  return ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(isDue(ctx.clock.now()))
    .orderBy(asc(memberships.currentPeriodEnd), asc(memberships.id))
    .limit(batchSize);
}

async function remind(tx: Ctx, membershipId: string): Promise<void> {
  const held = await lockMembership(tx, membershipId);
  const rows = await tx.db
    .update(memberships)
    .set({ remindedOfCharge: sql`${memberships.currentPeriodEnd}` })
    .where(and(eq(memberships.id, membershipId), isDue(tx.clock.now())))
    .returning({ chargeAt: memberships.currentPeriodEnd });
  const chargeAt = rows[0]?.chargeAt;
  if (!held?.supporterId || !chargeAt) return;
  const supporter = await readSupporter(tx, held.supporterId);
  if (!supporter) return;
  await tx.mail.queue(tx.db, {
    template: 'renewal-reminder',
    subjectId: renewalSubject(membershipId, chargeAt),
    recipient: supporter.email,
    locale: supporter.locale,
  });
}
