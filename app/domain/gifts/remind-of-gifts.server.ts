import { and, asc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { gifts } from '../../db/schema/gifts.ts';
import { addDays } from '../../kernel/dates.ts';
import type { MailTemplate } from '../ports/mail.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { readSupporter } from '../supporters/read-supporter.server.ts';
import { endReminderDays, unclaimedReminderDays } from './gift.ts';

const batch = 200;
const isKept = sql`${gifts.returnedMinor} < ${gifts.amountMinor}`;

/** Tells recipients that what they were given ends within {@link endReminderDays} days, once each. */
export async function remindOfGiftEnds(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  await remind(ctx, 'gift-ending', (after) =>
    ctx.db
      .select({ id: gifts.id, personId: gifts.claimedById, at: gifts.endsAt })
      .from(gifts)
      .where(
        and(
          isNotNull(gifts.claimedById),
          isNull(gifts.extendedMembershipId),
          gt(gifts.endsAt, after),
          lte(gifts.endsAt, addDays(now, endReminderDays)),
          isKept,
        ),
      )
      .orderBy(asc(gifts.endsAt))
      .limit(batch),
  );
}

/** Tells givers that nobody has claimed theirs, {@link unclaimedReminderDays} days before it lapses, once each. */
export async function remindOfUnclaimedGifts(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  await remind(ctx, 'gift-unclaimed', (after) =>
    ctx.db
      .select({ id: gifts.id, personId: gifts.supporterId, at: gifts.claimableUntil })
      .from(gifts)
      .where(
        and(
          eq(gifts.status, 'paid'),
          isNull(gifts.claimedAt),
          gt(gifts.claimableUntil, after),
          lte(gifts.claimableUntil, addDays(now, unclaimedReminderDays)),
          isKept,
        ),
      )
      .orderBy(asc(gifts.claimableUntil))
      .limit(batch),
  );
}

interface Due {
  readonly id: string;
  readonly personId: string | null;
  readonly at: Date | null;
}

async function remind(
  ctx: Ctx,
  template: MailTemplate,
  listDue: (after: Date) => Promise<Due[]>,
): Promise<void> {
  let after = ctx.clock.now();
  for (;;) {
    const due = await listDue(after);
    for (const { id, personId } of due) {
      const person = personId ? await readSupporter(ctx, personId) : null;
      if (!person) continue;
      await inTransaction(ctx, async (tx) => {
        await tx.mail.queue(tx.db, {
          ...{ template, subjectId: id, recipient: person.email, locale: person.locale },
        });
      });
    }
    const last = due.at(-1)?.at;
    // Those of the very instant at which a batch was cut wait for the next hour.
    if (due.length < batch || !last || last <= after) return;
    after = last;
  }
}
