import { and, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { addDays } from '../../../kernel/dates.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { readSupporter } from '../../supporters/read-supporter.server.ts';
import type { Membership } from '../converge-membership.server.ts';
import { expiryNoticeDays, expirySubject, isExpiryDue } from './card-expiry.ts';

const batchSize = 200;
/** A pause's first charge is no sooner than its end. */
const chargeAt = sql`coalesce(${memberships.pausedUntil}, ${memberships.currentPeriodEnd})`;

/** Writes to everyone whose card ends before its next charge, in the month before that: once for each expiry. */
export async function remindOfExpiringCards(ctx: Ctx): Promise<void> {
  for (let after: string | null = null; ;) {
    const found = await listExpiring(ctx, after);
    for (const row of found) await inTransaction(ctx, (tx) => remind(tx, row));
    const last = found.at(-1);
    if (!last || found.length < batchSize) return;
    after = last.id;
  }
}

function listExpiring(ctx: Ctx, afterId: string | null): Promise<Membership[]> {
  const now = ctx.clock.now();
  const horizon = addDays(now, expiryNoticeDays);
  return ctx.db
    .select()
    .from(memberships)
    .where(
      and(
        // Few cards end by then: the index on their months is what makes this quick.
        sql`(${memberships.cardExpYear}, ${memberships.cardExpMonth}) <= (${horizon.getUTCFullYear()}, ${horizon.getUTCMonth() + 1})`,
        inArray(memberships.status, ['active', 'trialing', 'paused']),
        isNull(memberships.endedAt),
        isNull(memberships.cancelAt),
        isNotNull(memberships.supporterId),
        sql`${chargeAt} > ${now.toISOString()}`,
        sql`${chargeAt} <= ${horizon.toISOString()}`,
        afterId ? gt(memberships.id, afterId) : sql`true`,
      ),
    )
    .orderBy(memberships.id)
    .limit(batchSize);
}

async function remind(tx: Ctx, row: Membership): Promise<void> {
  const { id, supporterId, cardExpYear: expYear, cardExpMonth: expMonth } = row;
  const charge = row.pausedUntil ?? row.currentPeriodEnd;
  if (!supporterId || !expYear || !expMonth || !charge) return;
  if (!isExpiryDue({ expYear, expMonth }, charge, tx.clock.now())) return;
  const supporter = await readSupporter(tx, supporterId);
  if (!supporter) return;
  await tx.mail.queue(tx.db, {
    template: 'card-expiring',
    subjectId: expirySubject(id, expYear, expMonth),
    recipient: supporter.email,
    locale: supporter.locale,
  });
}
