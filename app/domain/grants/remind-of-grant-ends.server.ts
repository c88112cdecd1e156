import { and, gt, isNull, lte } from 'drizzle-orm';
import { grants } from '../../db/schema/grants.ts';
import { addDays } from '../../kernel/dates.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { readSupporter } from '../supporters/read-supporter.server.ts';
import { grantReminderDays } from './grant.ts';

const batch = 200;

/**
 * Tells those whose grant ends within {@link grantReminderDays} days, once each. One that was given
 * for less than that has been told the end already.
 */
export async function remindOfGrantEnds(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  let after = now;
  for (;;) {
    const due = await ctx.db
      .select({
        ...{ id: grants.id, supporterId: grants.supporterId, endsAt: grants.endsAt },
        createdAt: grants.createdAt,
      })
      .from(grants)
      .where(
        and(
          isNull(grants.revokedAt),
          gt(grants.endsAt, after),
          lte(grants.endsAt, addDays(now, grantReminderDays)),
        ),
      )
      .orderBy(grants.endsAt)
      .limit(batch);
    for (const grant of due) {
      if (!grant.endsAt || addDays(grant.createdAt, grantReminderDays) >= grant.endsAt) continue;
      const supporter = await readSupporter(ctx, grant.supporterId);
      if (!supporter) continue;
      await inTransaction(ctx, async (tx) => {
        await tx.mail.queue(tx.db, {
          ...{ template: 'grant-ending', subjectId: grant.id },
          ...{ recipient: supporter.email, locale: supporter.locale },
        });
      });
    }
    const last = due.at(-1)?.endsAt;
    // Those that end at the very instant at which a batch was cut wait for the next hour.
    if (due.length < batch || !last || last <= after) return;
    after = last;
  }
}
