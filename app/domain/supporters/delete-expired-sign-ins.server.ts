import { lt } from 'drizzle-orm';
import { sessions, signInRequests } from '../../db/schema/supporters.ts';
import { addDays } from '../../kernel/dates.ts';
import type { Ctx } from '../ports/context.ts';

/** Kept a while after their end: a used link should say "used", and a thank-you page must not open a session again. */
const requestDaysAfterEnd = 2;
const sessionDaysAfterEnd = 7;

/** Deletes sign-in requests and sessions that are over. For the daily job. */
export async function deleteExpiredSignIns(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db
    .delete(signInRequests)
    .where(lt(signInRequests.expiresAt, addDays(now, -requestDaysAfterEnd)));
  await ctx.db.delete(sessions).where(lt(sessions.expiresAt, addDays(now, -sessionDaysAfterEnd)));
}
