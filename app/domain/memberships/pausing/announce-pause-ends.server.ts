import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { addDays } from '../../../kernel/dates.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { readSupporterEmail } from '../../supporters/read-supporter-email.server.ts';
import { pauseEndingDays } from './pause.ts';

const batchSize = 200;

/** Tells everyone whose pause ends within a week, once for each end. May run any number of times. */
export async function announcePauseEnds(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  let last: { pausedUntil: Date; id: string } | null = null;
  for (;;) {
    const due: Due[] = await readDue(ctx, now, last);
    for (const membership of due) {
      await inTransaction(ctx, (tx) => announce(tx, membership));
    }
    last = due.at(-1) ?? null;
    if (!last || due.length < batchSize) return;
  }
}

interface Due {
  readonly id: string;
  readonly supporterId: string | null;
  readonly locale: string;
  readonly pausedUntil: Date;
}

async function readDue(
  ctx: Ctx,
  now: Date,
  after: { pausedUntil: Date; id: string } | null,
): Promise<Due[]> {
  const rows = await ctx.db
    .select({
      id: memberships.id,
      supporterId: memberships.supporterId,
      locale: memberships.locale,
      pausedUntil: memberships.pausedUntil,
    })
    .from(memberships)
    .where(
      and(
        eq(memberships.status, 'paused'),
        isNull(memberships.cancelAt),
        gt(memberships.pausedUntil, now),
        lte(memberships.pausedUntil, addDays(now, pauseEndingDays)),
        after
          ? sql`(${memberships.pausedUntil}, ${memberships.id}) > (${after.pausedUntil.toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(memberships.pausedUntil), asc(memberships.id))
    .limit(batchSize);
  return rows.flatMap((row) => (row.pausedUntil ? [{ ...row, pausedUntil: row.pausedUntil }] : []));
}

async function announce(ctx: Ctx, { id, supporterId, locale, pausedUntil }: Due): Promise<void> {
  const recipient = supporterId ? await readSupporterEmail(ctx, supporterId) : null;
  if (!recipient) return;
  await ctx.mail.queue(ctx.db, {
    template: 'pause-ending',
    subjectId: `${id}@${pausedUntil.toISOString()}`,
    recipient,
    locale: locale === 'uk' ? 'uk' : 'en',
  });
}
