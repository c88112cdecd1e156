import { and, eq, lt, notLike, sql } from 'drizzle-orm';
import { mails } from '../../db/schema/mail.ts';
import { addDays } from '../../kernel/dates.ts';
import type { Ctx } from '../ports/context.ts';
import { lastMail } from './personal-mails.server.ts';

/** Longer than the sending of a mail is tried for. */
const daysAfterErasure = 2;

/** Takes the address out of a last mail whose sender died while handing it over. For the step that runs every hour. */
export async function forgetLastAddresses(ctx: Ctx): Promise<void> {
  await ctx.db
    .update(mails)
    .set({
      recipient: sql`'erased:' || ${mails.subjectId}`,
      status: sql`case when ${mails.status} = 'queued' then 'failed' else ${mails.status} end`,
    })
    .where(
      and(
        eq(mails.template, lastMail),
        notLike(mails.recipient, 'erased:%'),
        lt(mails.createdAt, addDays(ctx.clock.now(), -daysAfterErasure)),
      ),
    );
}
