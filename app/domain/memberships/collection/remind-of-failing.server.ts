import { and, asc, gt, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { readNewsroom } from '../../newsroom/read-newsroom.server.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { readSupporter } from '../../supporters/read-supporter.server.ts';
import { lockMembership } from '../converge-membership.server.ts';
import { dunningStepDue, dunningWindow, spellSubject } from './dunning.ts';

const batchSize = 200;
const failingStatuses = ['past_due', 'unpaid'] as const;

/**
 * Writes to everyone whose payment goes on failing: a reminder, a last call, and the news that the
 * extras have closed, each once, however often this runs.
 */
export async function remindOfFailing(ctx: Ctx): Promise<void> {
  const { graceDays } = await readNewsroom(ctx);
  const window = dunningWindow(graceDays, ctx.clock.now());
  for (let after: string | null = null; ;) {
    const due = await listFailing(ctx, window, after);
    for (const { id } of due) await inTransaction(ctx, (tx) => remind(tx, id, graceDays));
    const last = due.at(-1);
    if (!last || due.length < batchSize) return;
    after = last.id;
  }
}

function listFailing(
  ctx: Ctx,
  window: { readonly after: Date; readonly until: Date },
  afterId: string | null,
): Promise<{ id: string }[]> {
  return ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        isNotNull(memberships.pastDueSince),
        gt(memberships.pastDueSince, window.after),
        lte(memberships.pastDueSince, window.until),
        isNotNull(memberships.paymentTrouble),
        inArray(memberships.status, [...failingStatuses]),
        afterId ? gt(memberships.id, afterId) : sql`true`,
      ),
    )
    .orderBy(asc(memberships.id))
    .limit(batchSize);
}

/** Under the lock, because it may have been paid since it was listed. */
async function remind(tx: Ctx, membershipId: string, graceDays: number): Promise<void> {
  const row = await lockMembership(tx, membershipId);
  const isFailing = failingStatuses.some((status) => status === row?.status);
  if (!row?.supporterId || !row.pastDueSince || !row.paymentTrouble || !isFailing) return;
  const template = dunningStepDue(row.pastDueSince, graceDays, tx.clock.now());
  const supporter = template && (await readSupporter(tx, row.supporterId));
  if (!supporter) return;
  await tx.mail.queue(tx.db, {
    template,
    subjectId: spellSubject(membershipId, row.pastDueSince),
    recipient: supporter.email,
    locale: supporter.locale,
  });
}
