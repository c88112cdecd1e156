import { dayIn } from '../../kernel/dates.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { listDigestReaders } from '../supporters/staff/digest.server.ts';
import { digestSubject, digestWeekOn } from './digest.ts';

/**
 * Queues the digest of the last week once its hour has come, to those of the staff who had chosen
 * it by then: each is told of a week once, however often this runs.
 */
export async function queueDigests(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const { timeZone } = await readNewsroom(ctx);
  const week = digestWeekOn(dayIn(now, timeZone), timeZone);
  if (now < week.tellAt) return;
  for (const { supporterId, email, locale } of await listDigestReaders(ctx, week.tellAt)) {
    await ctx.mail.queue(ctx.db, {
      ...{ template: 'weekly-digest', subjectId: digestSubject(supporterId, week.from) },
      ...{ recipient: email, locale },
    });
  }
}
